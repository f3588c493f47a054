import { HttpError } from 'react-admin';

/** A refusal would be repeated; only a lost connection or a failing server is worth another try. */
export function retryUnlessRefused(failures: number, error: unknown): boolean {
  const status = error instanceof HttpError ? error.status : 0;
  return failures < 2 && (status === 0 || status >= 500);
}
