import { Typography } from '@mui/material';
import { DateInput, required, TextInput, useTranslate } from 'react-admin';
import { HouseholdStatus } from '#schema/codes/household.codes.ts';
import { CodeRadioInput } from '../../../shared/codes/CodeInput.tsx';
import { withoutCodes } from '../../../shared/codes/codes.ts';
import { todayInCounty } from '../../../shared/display/today.ts';
import { DivisionInput } from '../../../shared/division/DivisionInput.tsx';
import { notInForm } from '../../../shared/form/form-fields.ts';
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

type Verb = 'move' | 'close' | 'merge' | 'reopen';

/** What the buttons share. */
function useRegisterVerb({ id, headName, version }: HouseholdPage) {
  const translate = useTranslate();
  return (verb: Verb) => ({
    label: `${key}.${verb}.label`,
    title: translate(`${key}.${verb}.title`, { name: headName }),
    operation: `${verb}Household ${id}`,
    given: { householdId: id, expectedVersion: version },
    success: `${key}.${verb}.done`,
    variant: 'text' as const,
  });
}

function Lead({ verb }: { verb: 'close' | 'merge' | 'reopen' }) {
  const translate = useTranslate();
  return (
    <Typography variant="body2" sx={{ mb: 1 }}>
      {translate(`${key}.${verb}.lead`)}
    </Typography>
  );
}

const reason = (source: string) => (
  <TextInput source={source} label={`${key}.reason`} validate={required()} />
);

/** Verbs that change a household's place on the register. */
export function RegisterVerbs({ household }: { household: HouseholdPage }) {
  const today = todayInCounty();
  const registerVerb = useRegisterVerb(household);
  if (household.status === 'MERGED') return null;
  if (household.status !== 'ACTIVE') {
    return (
      <VerbButton {...registerVerb('reopen')} send={reopenHousehold} fields={{ reason }}>
        <Lead verb="reopen" />
      </VerbButton>
    );
  }
  return (
    <>
      <VerbButton
        {...registerVerb('move')}
        send={moveHousehold}
        defaultValues={{ effectiveOn: today }}
        fields={{
          villageCode: (source) => (
            <DivisionInput
              source={source}
              label={`${key}.move.villageCode`}
              level="VILLAGE"
              validate={required()}
            />
          ),
          effectiveOn: (source) => (
            <DateInput source={source} label={`${key}.move.effectiveOn`} validate={required()} />
          ),
          reason: (source) => <TextInput source={source} label={`${key}.reason`} />,
        }}
      />
      <VerbButton
        {...registerVerb('merge')}
        send={mergeHousehold}
        defaultValues={{ mergedOn: today }}
        fields={{
          intoId: (source) => (
            <HouseholdPicker source={source} label={`${key}.merge.intoId`} validate={required()} />
          ),
          mergedOn: (source) => (
            <DateInput source={source} label={`${key}.merge.mergedOn`} validate={required()} />
          ),
          reason,
          relations: notInForm,
        }}
      >
        <Lead verb="merge" />
      </VerbButton>
      <VerbButton
        {...registerVerb('close')}
        send={closeHousehold}
        defaultValues={{ status: 'CLOSED', closedOn: today }}
        fields={{
          status: (source) => <CodeRadioInput source={source} label={`${key}.close.status`} list={waysOut} />,
          closedOn: (source) => (
            <DateInput source={source} label={`${key}.close.closedOn`} validate={required()} />
          ),
          reason,
        }}
      >
        <Lead verb="close" />
      </VerbButton>
    </>
  );
}
