import { invalid } from '#platform/core/errors.ts';
import { readableLength } from '#schema/text.ts';

const shortest = 5;
const longest = 500;

/**
 * The purpose of downloading a file with unmasked numbers, as `{ "purpose": "…" }` in the body, for the audit trail.
 */
export function purposeIn(body: unknown): string {
  const given = typeof body === 'object' && body !== null && 'purpose' in body ? body.purpose : undefined;
  const purpose = typeof given === 'string' ? given.trim() : '';
  // Only what can be read says anything.
  const length = readableLength(purpose);
  if (length === 0) throw invalid({ purpose: 'REQUIRED_MISSING' });
  if (length < shortest) throw invalid({ purpose: 'TOO_SHORT' });
  if (length > longest) throw invalid({ purpose: 'TOO_LONG' });
  return purpose;
}
