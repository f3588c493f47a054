import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DateInput, required, TextInput, useTranslate } from 'react-admin';
import { HouseholdStatus } from '#schema/codes/household.codes.ts';
import { CodeRadioInput } from '../../../shared/codes/CodeInput.tsx';
import { withoutCodes } from '../../../shared/codes/codes.ts';
import { todayInCounty } from '../../../shared/display/today.ts';
import { DivisionInput } from '../../../shared/division/DivisionInput.tsx';
import { HouseholdPicker } from '../../../shared/record/RecordPicker.tsx';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import {
  closeHousehold,
  mergeHousehold,
  moveHousehold,
  reopenHousehold,
} from '../household-verbs.graphql.ts';
import type { HouseholdPage } from '../households.graphql.ts';

const key = 'resources.households.register';
const waysOut = withoutCodes(HouseholdStatus, 'ACTIVE', 'MERGED');

interface RegisterVerbProps {
  household: HouseholdPage;
  verb: 'move' | 'close' | 'merge' | 'reopen';
  send: (input: Record<string, unknown>) => Promise<unknown>;
  defaultValues?: Record<string, unknown>;
  children: ReactNode;
}

function RegisterVerb({ household, verb, send, defaultValues, children }: RegisterVerbProps) {
  const translate = useTranslate();
  return (
    <VerbButton
      label={`${key}.${verb}.label`}
      title={translate(`${key}.${verb}.title`, { name: household.headName })}
      operation={`${verb}Household ${household.id}`}
      run={(input) => send({ ...input, householdId: household.id, expectedVersion: household.version })}
      defaultValues={defaultValues}
      success={`${key}.${verb}.done`}
      variant="text"
    >
      {children}
    </VerbButton>
  );
}

function Lead({ verb }: { verb: 'close' | 'merge' | 'reopen' }) {
  const translate = useTranslate();
  return (
    <Typography variant="body2" sx={{ mb: 1 }}>
      {translate(`${key}.${verb}.lead`)}
    </Typography>
  );
}

const Reason = () => <TextInput source="reason" label={`${key}.reason`} validate={required()} />;

/** What changes a household's place on the register. */
export function RegisterVerbs({ household }: { household: HouseholdPage }) {
  const today = todayInCounty();
  if (household.status === 'MERGED') return null;
  if (household.status !== 'ACTIVE') {
    return (
      <RegisterVerb household={household} verb="reopen" send={reopenHousehold}>
        <Lead verb="reopen" />
        <Reason />
      </RegisterVerb>
    );
  }
  return (
    <>
      <RegisterVerb
        household={household}
        verb="move"
        send={moveHousehold}
        defaultValues={{ effectiveOn: today }}
      >
        <DivisionInput
          source="villageCode"
          label={`${key}.move.villageCode`}
          level="VILLAGE"
          validate={required()}
        />
        <DateInput source="effectiveOn" label={`${key}.move.effectiveOn`} validate={required()} />
        <TextInput source="reason" label={`${key}.reason`} />
      </RegisterVerb>
      <RegisterVerb
        household={household}
        verb="merge"
        send={mergeHousehold}
        defaultValues={{ mergedOn: today }}
      >
        <Lead verb="merge" />
        <HouseholdPicker source="intoId" label={`${key}.merge.intoId`} validate={required()} />
        <DateInput source="mergedOn" label={`${key}.merge.mergedOn`} validate={required()} />
        <Reason />
      </RegisterVerb>
      <RegisterVerb
        household={household}
        verb="close"
        send={closeHousehold}
        defaultValues={{ status: 'CLOSED', closedOn: today }}
      >
        <Lead verb="close" />
        <CodeRadioInput source="status" label={`${key}.close.status`} list={waysOut} />
        <DateInput source="closedOn" label={`${key}.close.closedOn`} validate={required()} />
        <Reason />
      </RegisterVerb>
    </>
  );
}
