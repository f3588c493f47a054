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

/** The message printed for a failure: the one written for the operator, else the innermost cause. */
export function describeFailure(error: unknown): string {
  if (error instanceof BootError) return error.message;
  // Outer layers may quote a statement with its parameters, which can be personal data.
  if (error instanceof Error && error.cause instanceof Error) return describeFailure(error.cause);
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `出现意外错误：${reason}\nUnexpected error: ${reason}`;
}
