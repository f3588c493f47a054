import { residentIdCheckCharacter } from '#schema/person/resident-id.ts';

/** Three digits distinguish those born on one day. */
const most = 999;
let made = 0;

/**
 * A valid identity number that belongs to nobody (county code 130499 was never assigned), a new one each time. Files
 * that run one after the other share the counter, so it starts again: none of them needs that many.
 */
export function residentId(birth = '19700101'): string {
  made = (made % most) + 1;
  const first17 = `130499${birth}${String(made).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}
