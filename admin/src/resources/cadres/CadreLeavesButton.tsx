import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import { Typography } from '@mui/material';
import { DateInput, type RaRecord, required, TextInput, useTranslate } from 'react-admin';
import { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { todayInCounty } from '../../shared/display/today.ts';
import { DivisionPath } from '../../shared/division/DivisionPath.tsx';
import { notInForm } from '../../shared/form/form-fields.ts';
import { RowTable } from '../../shared/table/RowTable.tsx';
import { Notices } from '../../shared/verb/Notices.tsx';
import { ResultDialog } from '../../shared/verb/ResultDialog.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { PairingsOfCadre } from '../pairings/AffectedPairings.tsx';
import { CadreInput } from './CadreInput.tsx';
import { cadreLeaves } from './cadres.graphql.ts';

type Leave = Awaited<ReturnType<typeof cadreLeaves>>;

interface LeaveResultsProps {
  name: string;
  leave: Leave;
  onClose: () => void;
}

function LeaveResults({ name, leave, onClose }: LeaveResultsProps) {
  const translate = useTranslate();
  const role = useCodeLabel(PairingRole);
  return (
    <ResultDialog title={translate('resources.cadres.leave.done', { name })} onClose={onClose}>
      <Notices notices={leave.warnings} />
      <RowTable
        rows={(leave.pairings ?? []).filter((pairing) => pairing !== null)}
        keyOf={(pairing) => pairing.id}
        label="resources.pairings.transfer.results"
        empty="resources.cadres.leave.none"
        columns={[
          {
            key: 'household',
            label: 'resources.pairings.fields.household.headName',
            isName: true,
            cell: (pairing) => pairing.household?.headName ?? '—',
          },
          {
            key: 'village',
            label: 'resources.pairings.fields.household.village.code',
            cell: (pairing) => <DivisionPath division={pairing.household?.village} />,
          },
          { key: 'role', label: 'resources.pairings.fields.role', cell: (pairing) => role(pairing.role) },
          {
            key: 'cadre',
            label: 'resources.pairings.fields.toCadre',
            cell: (pairing) => pairing.cadre?.name ?? '—',
          },
          { key: 'from', label: 'resources.pairings.fields.startedOn', cell: (pairing) => pairing.startedOn },
        ]}
      />
    </ResultDialog>
  );
}

/** Ends a cadre's post and hands over all of their households in one step. */
export function CadreLeavesButton({ cadre }: { cadre: RaRecord }) {
  const translate = useTranslate();
  if (cadre.status === 'LEFT') return null;
  return (
    <VerbButton
      label="resources.cadres.leave.label"
      title={translate('resources.cadres.leave.title', { name: cadre.name })}
      icon={<LogoutOutlined />}
      operation={`cadreLeaves ${cadre.id}`}
      send={cadreLeaves}
      given={{ cadreId: String(cadre.id) }}
      fields={{
        leftOn: (source) => (
          <DateInput source={source} label="resources.cadres.leave.leftOn" validate={required()} />
        ),
        toCadre:
          cadre.load > 0
            ? (source) => (
                <CadreInput
                  source={source}
                  label="resources.cadres.leave.toCadre"
                  countyCode={cadre.countyCode}
                  without={String(cadre.id)}
                  adding={cadre.load}
                  validate={required()}
                />
              )
            : notInForm,
        assignments: notInForm,
        reason: (source) => (
          <TextInput source={source} label="resources.cadres.leave.reason" validate={required()} />
        ),
      }}
      defaultValues={{ leftOn: todayInCounty() }}
      result={(leave) => (close) => <LeaveResults name={cadre.name} leave={leave} onClose={close} />}
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {cadre.load > 0
          ? translate('resources.cadres.leave.lead', { smart_count: cadre.load })
          : translate('resources.cadres.leave.none')}
      </Typography>
      {cadre.load > 1 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {translate('resources.cadres.leave.split')}
        </Typography>
      )}
      {cadre.load > 0 && <PairingsOfCadre cadreId={String(cadre.id)} />}
    </VerbButton>
  );
}
