import type { Bilingual, Lang } from './lang.ts';

/** What fields of the API are called in a sheet; a field that is not here goes by its own name. */
const fieldLabels: Readonly<Record<string, Bilingual>> = {};

export const fieldLabel = (name: string, lang: Lang): string => fieldLabels[name]?.[lang] ?? name;
