import { BootError } from '#platform/boot-error.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `user add USERNAME --name NAME --role ROLE --division CODE
  添加用户，一次性密码只显示一次 / add a user; the one-time password is printed once`;

export async function run(_args: string[], _io: Io, _withServices: WithServices): Promise<number> {
  throw new BootError('此命令尚未提供。', 'This command is not there yet.');
}
