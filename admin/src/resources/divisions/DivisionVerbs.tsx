import { Typography } from '@mui/material';
import { DateInput, required, TextInput, useNotify, useTranslate } from 'react-admin';
import { request } from '../../api/client.ts';
import { todayInCounty } from '../../shared/display/today.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { areCodes, splitCodes } from './codes.ts';
import { loadDivisions, moveDivisions } from './divisions.graphql.ts';

const areValid = (text: string) => (!text || areCodes(text) ? undefined : 'resources.divisions.codesInvalid');

export function LoadButton() {
  const translate = useTranslate();
  const notify = useNotify();
  return (
    <VerbButton
      label="resources.divisions.load"
      title="resources.divisions.loadTitle"
      operation="loadDivisions"
      run={({ codes, clientMutationId }) =>
        request(loadDivisions, { input: { codes: splitCodes(String(codes)), clientMutationId } })
      }
      success="bangfu.verb.done"
      onDone={({ loadDivisions: counts }) => {
        notify('resources.divisions.loaded', { type: 'success', messageArgs: counts });
        return undefined;
      }}
    >
      <Typography sx={{ mb: 1 }}>{translate('resources.divisions.loadLead')}</Typography>
      <TextInput
        source="codes"
        label="resources.divisions.fields.codes"
        helperText="resources.divisions.codesHint"
        validate={[required(), areValid]}
        autoComplete="off"
      />
    </VerbButton>
  );
}

export function MoveButton() {
  const translate = useTranslate();
  const notify = useNotify();
  return (
    <VerbButton
      label="resources.divisions.move"
      title="resources.divisions.moveTitle"
      operation="moveDivisions"
      defaultValues={{ changes: [{ effectiveOn: todayInCounty() }] }}
      run={(input) => request(moveDivisions, { input: input as never })}
      onDone={({ moveDivisions: { moves } }) => {
        const [counts] = moves;
        if (counts) notify('resources.divisions.moved', { type: 'success', messageArgs: counts });
        return undefined;
      }}
    >
      <Typography sx={{ mb: 1 }}>{translate('resources.divisions.moveLead')}</Typography>
      <TextInput
        source="changes.0.oldCode"
        label="resources.divisions.fields.oldCode"
        validate={[required(), areValid]}
      />
      <TextInput
        source="changes.0.newCode"
        label="resources.divisions.fields.newCode"
        validate={[required(), areValid]}
      />
      <DateInput
        source="changes.0.effectiveOn"
        label="resources.divisions.fields.effectiveOn"
        validate={required()}
      />
    </VerbButton>
  );
}
