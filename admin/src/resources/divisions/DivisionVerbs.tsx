import { Typography } from '@mui/material';
import { DateInput, required, TextInput, useNotify, useTranslate } from 'react-admin';
import { sendOf } from '../../providers/data/documents.ts';
import { todayInCounty } from '../../shared/display/today.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { areCodes, splitCodes } from './codes.ts';
import { loadDivisions, moveDivisions } from './divisions.graphql.ts';

const sendMoveDivisions = sendOf(moveDivisions);

const sendLoadDivisions = sendOf(loadDivisions);

const areValid = (text: string) => (!text || areCodes(text) ? undefined : 'resources.divisions.codesInvalid');

export function LoadButton() {
  const translate = useTranslate();
  const notify = useNotify();
  return (
    <VerbButton
      label="resources.divisions.load"
      title="resources.divisions.loadTitle"
      operation="loadDivisions"
      send={sendLoadDivisions}
      given={{}}
      fields={{
        codes: {
          draw: (source) => (
            <TextInput
              source={source}
              label="resources.divisions.fields.codes"
              helperText="resources.divisions.codesHint"
              validate={[required(), areValid]}
              autoComplete="off"
            />
          ),
          toInput: ({ codes }) => splitCodes(String(codes)),
        },
      }}
      success="bangfu.verb.done"
      onDone={({ loadDivisions: counts }) => {
        notify('resources.divisions.loaded', { type: 'success', messageArgs: counts });
        return undefined;
      }}
    >
      <Typography sx={{ mb: 1 }}>{translate('resources.divisions.loadLead')}</Typography>
    </VerbButton>
  );
}

/** One division and the one that replaces it. */
function ChangeInputs() {
  return (
    <>
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
    </>
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
      send={sendMoveDivisions}
      given={{}}
      fields={{ changes: () => <ChangeInputs /> }}
      onDone={({ moveDivisions: { moves } }) => {
        const [counts] = moves;
        if (counts) notify('resources.divisions.moved', { type: 'success', messageArgs: counts });
        return undefined;
      }}
    >
      <Typography sx={{ mb: 1 }}>{translate('resources.divisions.moveLead')}</Typography>
    </VerbButton>
  );
}
