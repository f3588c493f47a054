/**
 * What may go into a log of an unexpected error: its innermost cause without the values it was about. Failed statements
 * carry their parameters in their message, and the database quotes the failing row.
 */
export function traceOf(error: unknown): Record<string, unknown> {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  if (!(cause instanceof Error)) return { name: typeof cause };
  const { code, constraint_name: constraint, table_name: table } = cause as Error & Record<string, unknown>;
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: cause.name, code, constraint, table, at: frames.slice(0, 8).map((line) => line.trim()) };
}
