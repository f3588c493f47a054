import { residentIdCheckCharacter } from '#schema/person/resident-id.ts';

let made = 0;

/** A sound resident id that belongs to nobody (county 130499 was never given out), a new one each time. */
export function residentId(birth = '19700101'): string {
  made += 1;
  const first17 = `130499${birth}${String(made).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}
