import { useTranslate } from 'react-admin';
import { ExportFormat, ExportStatus } from '#schema/codes/export.codes.ts';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { ImportKind, ImportStatus } from '#schema/codes/import.codes.ts';
import { CadreStatus, OrganizationLevel, Role } from '#schema/codes/organization.codes.ts';
import { PairingEndReason, PairingRole } from '#schema/codes/pairing.codes.ts';
import { type Right, rights } from '#schema/codes/rights.ts';
import { LoadPolicy } from '#schema/codes/settings.codes.ts';
import { UserStatus } from '#schema/codes/user.codes.ts';
import { VisitMode } from '#schema/codes/visit.codes.ts';
import { codeLabel, enumeration, type ScreenCodes, useLang } from '../../shared/codes/codes.ts';
import { useFormatInstant } from '../../shared/display/days.ts';

const LISTS: Readonly<Record<string, ScreenCodes>> = {
  category: HouseholdCategory,
  role: Role,
  level: OrganizationLevel,
  mode: VisitMode,
  modes: VisitMode,
  loadPolicy: LoadPolicy,
  endReason: PairingEndReason,
  kind: ImportKind,
  'Household.status': HouseholdStatus,
  'User.status': UserStatus,
  'Cadre.status': CadreStatus,
  'ImportBatch.status': ImportStatus,
  'ExportJob.status': ExportStatus,
  'ExportJob.format': ExportFormat,
  'Pairing.role': PairingRole,
};

/** As JSON writes instants, and as the database does. */
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** A stored value in the words of the screens; what has none is shown as it is. */
export function useValueText(entity: string): (field: string, value: unknown) => string {
  const translate = useTranslate();
  const lang = useLang();
  const format = useFormatInstant();
  const text = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'boolean') return translate(`resources.audit.diff.${value ? 'yes' : 'no'}`);
    if (Array.isArray(value))
      return enumeration(
        value.map((item) => text(field, item)),
        lang,
      );
    if (typeof value === 'object') return JSON.stringify(value, null, 1);
    if (typeof value !== 'string') return String(value);
    if (INSTANT.test(value)) return format(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
    if (field === 'outcome') return translate(`resources.audit.outcomes.${value}`, { _: value });
    if (field === 'rights') return rights[value as Right]?.[lang] ?? value;
    const list = LISTS[`${entity}.${field}`] ?? LISTS[field];
    return list ? codeLabel(list, value, lang) : value;
  };
  return text;
}
