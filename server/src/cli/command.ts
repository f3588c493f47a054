import { BootError } from '#platform/core/boot-error.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

/** One command of the tool; each file in `commands/` exports these two members. */
export interface Command {
  /** Shown by --help: the call on the first line, then what it does, Chinese and English. */
  usage: string;
  /** Returns the exit code: 0 only on success. A thrown error is printed and gives exit code 1. */
  run(args: string[], io: Io, withServices: WithServices): Promise<number>;
}

/** The call was wrong: the usage is printed. */
export class UsageError extends BootError {
  override readonly name = 'UsageError';
}
