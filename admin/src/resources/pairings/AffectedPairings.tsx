import { type RaRecord, useGetList, useGetMany, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { shortPath } from '../../shared/division/DivisionPath.tsx';
import { AffectedRecords } from '../../shared/verb/AffectedRecords.tsx';

interface ListProps {
  pairings: readonly (RaRecord | undefined)[] | undefined;
  total?: number;
  /** The day of the transfer: a pairing lasts at least one day. */
  from?: string;
  /** The cadre who takes over, once chosen. */
  toCadre?: string;
  error?: Error | null;
}

function AffectedPairings({ pairings, total, from, toCadre, error }: ListProps) {
  const translate = useTranslate();
  const role = useCodeLabel(PairingRole);
  const about = ({ household, cadre, role: code }: RaRecord) =>
    [
      household && shortPath(household.village),
      translate('resources.pairings.stake.from', { name: cadre?.name ?? '—' }),
      role(code),
    ]
      .filter(Boolean)
      .join(' · ');
  const faultOf = ({ cadre, endedOn, startedOn }: RaRecord) => {
    if (endedOn) return translate('resources.pairings.stake.ended');
    if (toCadre && cadre?.id === toCadre) return translate('resources.pairings.stake.sameHelper');
    return from && startedOn >= from
      ? translate('resources.pairings.stake.tooNew', { day: startedOn })
      : undefined;
  };
  const lines = pairings?.flatMap((pairing) =>
    pairing
      ? {
          key: String(pairing.id),
          name: pairing.household?.headName ?? '—',
          about: about(pairing),
          fault: faultOf(pairing),
        }
      : [],
  );
  const count = total ?? lines?.length ?? 0;
  const title = translate('resources.pairings.stake.title', { smart_count: count });
  return <AffectedRecords title={title} lines={lines} total={total} error={error} />;
}

export function PairingsById({ ids }: { ids: readonly string[] }) {
  // Set in a transfer; an undo has neither.
  const [from, toCadre]: unknown[] = useWatch({ name: ['effectiveOn', 'toCadre'] });
  const { data, isPending, error } = useGetMany('pairings', { ids: [...ids] });
  return (
    <AffectedPairings
      pairings={isPending ? undefined : data}
      from={typeof from === 'string' ? from : undefined}
      toCadre={typeof toCadre === 'string' ? toCadre : undefined}
      error={error}
    />
  );
}

const LISTED = 100;

/** All current pairings of a cadre. */
export function PairingsOfCadre({ cadreId }: { cadreId: string }) {
  const { data, total, error } = useGetList('pairings', {
    filter: { cadre: cadreId, running: true },
    sort: { field: 'household.village.code', order: 'ASC' },
    pagination: { page: 1, perPage: LISTED },
  });
  return <AffectedPairings pairings={data} total={total} error={error} />;
}
