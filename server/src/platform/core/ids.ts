import { v7 } from 'uuid';

export const newId = (): string => v7();

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => uuidShape.test(text);
/** Time-ordered ids only: a client that makes ids must make version 7. */
export const isUuidV7 = (text: string): boolean => isUuid(text) && text[14] === '7';

export interface CountyKey {
  readonly countyCode: string;
  readonly id: string;
}

/** `Household:130434:0192f0c1-…`: plain text, so that SQL can build it too. Opaque to clients. */
export const globalId = (type: string, ...parts: string[]): string => [type, ...parts].join(':');

export interface GlobalId {
  readonly type: string;
  readonly parts: readonly string[];
}

export function parseGlobalId(text: string): GlobalId | null {
  const [type, ...parts] = text.split(':');
  return type && parts.length > 0 && text.length <= 200 ? { type, parts } : null;
}
