/** The database does not answer, or a connection to it went together with what it was at. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

const codes =
  /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|57P0|25P03|08|53300)/;
const texts = /does not answer in time|Connection terminated/;

/**
 * Whether the connection to the database went, or could not be made: what was under way was broken off by no fault of its
 * own and can be done again.
 */
export function isConnectionLost(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ConnectionLost) return true;
    if ('code' in cause && codes.test(String(cause.code))) return true;
    if (texts.test(cause.message)) return true;
  }
  return false;
}
