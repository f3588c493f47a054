import PersonAddAlt from '@mui/icons-material/PersonAddAlt';
import { Box } from '@mui/material';
import type { MouseEvent } from 'react';
import { DateInput, required, TextInput, useTranslate } from 'react-admin';
import { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { CodeRadioInput } from '../../shared/codes/CodeInput.tsx';
import { todayInCounty } from '../../shared/display/today.ts';
import { countyOfId } from '../../shared/record/global-id.ts';
import { NoticesDialog } from '../../shared/verb/Notices.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { CadreInput } from '../cadres/CadreInput.tsx';
import { assignHelper } from './pairings.graphql.ts';

interface AssignButtonProps {
  household: { id: string; headName: string };
  /** A household with a main helper can still have assistants. */
  role?: PairingRole;
}

const stay = (event: MouseEvent) => event.stopPropagation();

export function AssignButton({ household, role = 'MAIN' }: AssignButtonProps) {
  const translate = useTranslate();
  return (
    <Box onClick={stay} sx={{ display: 'inline-flex' }}>
      <VerbButton
        label="resources.pairings.assign.label"
        title={translate('resources.pairings.assign.title', { name: household.headName })}
        icon={<PersonAddAlt />}
        operation={`assignHelper ${household.id}`}
        send={assignHelper}
        given={{ householdId: household.id }}
        fields={{
          cadreId: (source) => (
            <CadreInput
              source={source}
              label="resources.pairings.fields.cadreId"
              countyCode={countyOfId(household.id)}
              adding={1}
              validate={required()}
            />
          ),
          role: (source) => (
            <CodeRadioInput source={source} label="resources.pairings.fields.role" list={PairingRole} />
          ),
          startedOn: (source) => (
            <DateInput source={source} label="resources.pairings.fields.startedOn" validate={required()} />
          ),
          note: (source) => (
            <TextInput source={source} label="resources.pairings.fields.note" multiline minRows={2} />
          ),
        }}
        defaultValues={{ role, startedOn: todayInCounty() }}
        success="resources.pairings.assign.done"
        result={({ warnings }) =>
          warnings.length > 0
            ? (close) => (
                <NoticesDialog title="resources.pairings.assign.done" notices={warnings} onClose={close} />
              )
            : undefined
        }
      />
    </Box>
  );
}
