import { DemoRefused, type DemoResult, loadDemo } from '#modules/demo/demo.service.ts';
import { Role } from '#schema/codes/organization.codes.ts';
import { UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `demo
  载入演示县：真实区划，虚构人物，三个季度的走访 / load a county to play with: real divisions, invented people, three quarters of visits`;

export async function run(args: string[], io: Io, withServices: WithServices): Promise<number> {
  if (args.length > 0) throw new UsageError('此命令没有参数。', 'This command takes no arguments.');
  return withServices(async ({ ctx }) => {
    const started = performance.now();
    try {
      const result = await loadDemo(ctx, {
        progress: (step) => io.progress(`演示县 / demo county: ${step}`),
      });
      io.progress('');
      const seconds = ((performance.now() - started) / 1_000).toFixed(1);
      io.say(`演示县已载入，用时 ${seconds} 秒 / demo county loaded in ${seconds} s`);
      report(result, io);
      return 0;
    } catch (error) {
      if (!(error instanceof DemoRefused)) throw error;
      // Reported, not thrown: a server started again with --demo continues with its data.
      io.progress('');
      io.say(error.message);
      return 1;
    }
  });
}

function report({ counts, users, password }: DemoResult, io: Io): void {
  const { villages, households, members, cadres, pairings, visits, problems } = counts;
  io.say(
    `${villages} 村，${households} 户 ${members} 人，干部 ${cadres}，结对 ${pairings}，走访 ${visits}，问题 ${problems} / ` +
      `${villages} villages, ${households} households of ${members} people, ${cadres} cadres, ${pairings} pairings, ` +
      `${visits} visits, ${problems} problems`,
  );
  for (const { username, role, place } of users) {
    const names = Role.has(role) ? `${Role.label(role, 'zh')} ${Role.label(role, 'en')}` : role;
    io.print(`${username.padEnd(14)} ${names}  ${place}`);
  }
  io.print(
    `以上演示账号的密码 password of these accounts：${password}  （只显示这一次 / shown only this once）`,
  );
}
