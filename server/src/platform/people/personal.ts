import type { Context } from '#platform/core/context.ts';
import { maskPhone, maskResidentId } from '#schema/person/mask.ts';
import { normalisePhone } from '#schema/person/phone.ts';
import { normaliseResidentId } from '#schema/person/resident-id.ts';

/** Binds a cipher to its row. */
export const ownerOf = (table: string, countyCode: string, id: string): string =>
  `${table}:${countyCode}:${id}`;

/** The three columns of a phone: sealed, searchable and masked; all null where there is none. */
export function phoneColumns(ctx: Context, owner: string, text: string | null | undefined) {
  const phone = text ? normalisePhone(text) : null;
  return {
    phoneCipher: phone ? ctx.cipher.seal(phone, owner) : null,
    phoneHash: phone ? phoneHash(ctx, phone) : null,
    phoneMasked: phone ? maskPhone(phone) : null,
  };
}

export function residentIdColumns(ctx: Context, owner: string, text: string | null | undefined) {
  const id = text ? normaliseResidentId(text) : null;
  return {
    residentIdCipher: id ? ctx.cipher.seal(id, owner) : null,
    residentIdHash: id ? residentIdHash(ctx, id) : null,
    residentIdMasked: id ? maskResidentId(id) : null,
  };
}

export const phoneHash = (ctx: Context, text: string): Buffer =>
  ctx.cipher.hash('phone', normalisePhone(text) ?? text);
export const residentIdHash = (ctx: Context, text: string): Buffer =>
  ctx.cipher.hash('resident-id', normaliseResidentId(text));
