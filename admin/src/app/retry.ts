import { HttpError } from 'react-admin';

/** A refusal stays a refusal; only a lost connection or a server in trouble is worth asking again. */
export function retryUnlessRefused(failures: number, error: unknown): boolean {
  const status = error instanceof HttpError ? error.status : 0;
  return failures < 2 && (status === 0 || status >= 500);
}
