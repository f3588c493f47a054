import { describeFailure } from '#platform/core/boot-error.ts';
import { AppError, describe } from '#platform/core/errors.ts';
import { type Command, UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import { servicesFor } from '#server/cli/services.ts';

/** Loaded when called, so that a command does not load the modules of all others. */
const commands: Record<string, () => Promise<Command>> = {
  divisions: () => import('#server/cli/commands/divisions.ts'),
  import: () => import('#server/cli/commands/import.ts'),
  user: () => import('#server/cli/commands/user.ts'),
  token: () => import('#server/cli/commands/token.ts'),
  demo: () => import('#server/cli/commands/demo.ts'),
  audit: () => import('#server/cli/commands/audit.ts'),
  ledger: () => import('#server/cli/commands/ledger.ts'),
  policy: () => import('#server/cli/commands/policy.ts'),
};

/** Runs one command line and returns the exit code: 0 only on success. */
export async function dispatch(argv: string[], env: NodeJS.ProcessEnv, io: Io): Promise<number> {
  const [name, ...args] = argv.filter((arg, index) => !(arg === '--' && index === 0));
  if (name === '--help' || name === '-h' || name === 'help') {
    io.print(await overview());
    return 0;
  }
  if (name === undefined) {
    io.say(await overview());
    return 2;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    io.say(`没有命令 ${name} / there is no command ${name}\n\n${await overview()}`);
    return 2;
  }
  return await run(name, await load(), args, env, io);
}

async function run(
  name: string,
  command: Command,
  args: string[],
  env: NodeJS.ProcessEnv,
  io: Io,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.print(command.usage);
    return 0;
  }
  try {
    return await command.run(args, io, servicesFor(name, env, io));
  } catch (error) {
    io.say(explain(error));
    if (error instanceof UsageError || isParseError(error)) io.say(`\n${command.usage}`);
    return 1;
  }
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  return ['npx --yes pnpm@10 bangfu <command> [--help]', ...all.map(({ usage }) => usage)].join('\n\n');
}

function explain(error: unknown): string {
  if (!(error instanceof AppError)) return isParseError(error) ? error.message : describeFailure(error);
  const { code, messages, fields } = describe(error);
  const faults = Object.entries(fields).map(
    ([path, fault]) => `  ${path}: ${fault.code} ${fault.zh} / ${fault.en}`,
  );
  return [`${code}: ${messages.zh} / ${messages.en}`, ...faults].join('\n');
}

/** The error of parseArgs in node:util for a wrong flag. */
function isParseError(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_PARSE_ARGS');
}
