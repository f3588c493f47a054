import PersonAddAlt from '@mui/icons-material/PersonAddAlt';
import { Box } from '@mui/material';
import type { MouseEvent } from 'react';
import { DateInput, required, TextInput, useTranslate } from 'react-admin';
import { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { CodeRadioInput } from '../../shared/codes/CodeInput.tsx';
import { todayInCounty } from '../../shared/display/today.ts';
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
        run={(input) => assignHelper({ ...input, householdId: household.id })}
        defaultValues={{ role, startedOn: todayInCounty() }}
        success="resources.pairings.assign.done"
        result={({ warnings }) =>
          warnings.length > 0
            ? (close) => (
                <NoticesDialog title="resources.pairings.assign.done" notices={warnings} onClose={close} />
              )
            : undefined
        }
      >
        <CadreInput
          source="cadreId"
          label="resources.pairings.fields.cadreId"
          countyCode={household.id.split(':')[1]}
          adding={1}
          validate={required()}
        />
        <CodeRadioInput source="role" label="resources.pairings.fields.role" list={PairingRole} />
        <DateInput source="startedOn" label="resources.pairings.fields.startedOn" validate={required()} />
        <TextInput source="note" label="resources.pairings.fields.note" multiline minRows={2} />
      </VerbButton>
    </Box>
  );
}
