import { createHmac, randomBytes } from 'node:crypto';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryFailure } from '#schema/codes/webhook.codes.ts';
import { addressOf, noAddress, type Permit } from './address.ts';

export interface DeliveryOutcome {
  readonly responseCode: number | null;
  /** Null: it arrived. */
  readonly failure: DeliveryFailure | null;
  readonly durationMs: number;
}

interface Message {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  /** One, or two for a while after a rotation. */
  readonly secrets: readonly string[];
}

const timeoutMs = 10_000;
/** The status of an answer is enough; no more of its body than this is received. */
const longestAnswer = 64 * 1024;
const prefix = 'whsec_';

export const newWebhookSecret = (): string => prefix + randomBytes(32).toString('base64');

/** Headers as the Standard Webhooks specification has them. */
export function signedHeaders({ id, at, body, secrets }: Message): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

/**
 * Sends a message once. The host is resolved once and the connection goes to the address that was checked, so that a
 * second answer of the name server cannot lead elsewhere; redirects are not followed.
 */
export async function post(
  target: string,
  message: Message,
  permit: Permit,
  stopping?: AbortSignal,
): Promise<DeliveryOutcome> {
  const begun = performance.now();
  const done = (failure: DeliveryFailure | null, responseCode: number | null = null): DeliveryOutcome => ({
    failure,
    responseCode,
    durationMs: Math.round(performance.now() - begun),
  });
  const url = new URL(target);
  // The system waits for a silent name server longer than a lease lasts.
  const found = await Promise.race([
    addressOf(url.hostname, permit),
    sleep(timeoutMs, noAddress(permit), { ref: false }),
  ]);
  if (typeof found === 'string') return done(found === 'URL_FORBIDDEN' ? 'ADDRESS' : 'UNREACHABLE');
  const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(stopping ? [stopping] : [])]);
  try {
    const status = await send(url, found, message, signal);
    if (status >= 200 && status < 300) return done(null, status);
    return done(status >= 300 && status < 400 ? 'REDIRECT' : 'STATUS', status);
  } catch (error) {
    if (stopping?.aborted) throw error;
    return done(signal.aborted ? 'TIMEOUT' : 'UNREACHABLE');
  }
}

function send(
  url: URL,
  to: { address: string; family: number },
  message: Message,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const open = url.protocol === 'https:' ? overHttps : overHttp;
    const request = open(url, {
      method: 'POST',
      agent: false,
      signal,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(message.body),
        'user-agent': 'bangfu-webhook/1',
        ...signedHeaders(message),
      },
      lookup: (_host, options, callback) =>
        options.all ? callback(null, [to]) : callback(null, to.address, to.family),
    });
    request.on('error', reject);
    // Always ends at the timeout: a request that never ended would block all webhooks.
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    request.on('close', () => reject(new Error('the connection was closed before there was an answer')));
    // 101 Switching Protocols is no answer.
    request.on('upgrade', (answer, socket) => {
      socket.destroy();
      resolve(answer.statusCode ?? 0);
    });
    request.on('response', (answer) => {
      let received = 0;
      const end = () => resolve(answer.statusCode ?? 0);
      answer.on('data', (piece: Buffer) => {
        received += piece.length;
        if (received <= longestAnswer) return;
        end();
        request.destroy();
      });
      answer.on('end', end);
      answer.on('error', reject);
    });
    request.end(message.body);
  });
}
