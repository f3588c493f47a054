import { Typography } from '@mui/material';
import { EditButton, RecordField, Show, useGetIdentity, useRecordContext, useTranslate } from 'react-admin';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { UserGrants } from './grants/UserGrants.tsx';
import { PasswordState } from './PasswordState.tsx';
import { ResetSecondFactorButton, SecondFactorField } from './SecondFactorField.tsx';
import { UserStatusField } from './UserStatusField.tsx';
import { DisableButton, EnableButton, LinkCadreButton, ResetButton } from './UserVerbs.tsx';

function Actions() {
  const record = useRecordContext();
  const mayWrite = useHasRight('user.write');
  const seesCadres = useHasRight('cadre.read');
  const { identity } = useGetIdentity();
  const translate = useTranslate();
  if (!record || !mayWrite || record.isManageable === undefined) return <VerbBar />;
  if (record.isManageable === false)
    return (
      <VerbBar>
        <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'normal' }}>
          {translate('resources.users.notManaged')}
        </Typography>
      </VerbBar>
    );
  const isActive = record.status === 'ACTIVE';
  return (
    <VerbBar>
      {isActive && record.id !== identity?.id && <ResetButton />}
      <ResetSecondFactorButton />
      {seesCadres && <LinkCadreButton />}
      {isActive ? <DisableButton /> : <EnableButton />}
      <EditButton />
    </VerbBar>
  );
}

function Facts() {
  return (
    <FactGrid>
      <RecordField source="displayName" />
      <RecordField source="username" />
      <RecordField source="status">
        <UserStatusField />
      </RecordField>
      <RecordField source="passwordChangedAt">
        <PasswordState />
      </RecordField>
      <RecordField source="secondFactorSince">
        <SecondFactorField />
      </RecordField>
      <RecordField source="createdAt" field={InstantField} />
      <WideFact>
        <RecordField source="division.code">
          <DivisionField source="division" full />
        </RecordField>
      </WideFact>
    </FactGrid>
  );
}

export function UserShow() {
  return (
    <Show component="div" emptyWhileLoading actions={<Actions />}>
      <Facts />
      <UserGrants />
    </Show>
  );
}
