import { BootError } from '#platform/core/boot-error.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

/** One command of the tool; each file in `commands/` exports these two. */
export interface Command {
  /** Shown by --help: the call on the first line, then what it does, Chinese and English. */
  usage: string;
  /** Gives the exit code: 0 only if all went well. What it throws is printed and counts as 1. */
  run(args: string[], io: Io, withServices: WithServices): Promise<number>;
}

/** The call was wrong: the person is shown how it should be. */
export class UsageError extends BootError {
  override readonly name = 'UsageError';
}
