/**
 * Something the person who starts the program must put right. It is printed as it stands, in both
 * languages and without a stack, and the process ends with exit code 1.
 */
export class BootError extends Error {
  override readonly name: string = 'BootError';

  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
  }
}

/** Prints what a person needs of a failure to start: one clear sentence if we know it, else the stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof BootError) return error.message;
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}
