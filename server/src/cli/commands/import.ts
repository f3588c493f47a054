import { BootError } from '#platform/boot-error.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `import roster|members|visits FILE --county CODE [--dry-run] [--json]
  导入花名册、家庭成员或走访记录（.xlsx 或 .csv） / import a roster, members or visits (.xlsx or .csv)
  --dry-run  只检查不写入 / check only, write nothing
  --json     结果以 JSON 输出 / print the result as JSON`;

export async function run(_args: string[], _io: Io, _withServices: WithServices): Promise<number> {
  throw new BootError('此命令尚未提供。', 'This command is not there yet.');
}
