import { Box } from '@mui/material';
import { EditButton, RecordField, Show, TabbedShowLayout } from 'react-admin';
import { FactGrid, WideFact } from '../../../shared/display/FactGrid.tsx';
import { MaskedField } from '../../../shared/display/MaskedField.tsx';
import { DayField, InstantField } from '../../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../../shared/division/DivisionPath.tsx';
import { PAGE } from '../../../shared/edit/EditShell.tsx';
import { PageLink } from '../../../shared/record/RecordLink.tsx';
import { useHasRight } from '../../../shared/rights/useRights.ts';
import { VerbBar } from '../../../shared/verb/VerbBar.tsx';
import { ClaimsOfHousehold } from '../../claims/ClaimsOfHousehold.tsx';
import { DutiesOfHousehold } from '../../duties/DutiesOfHousehold.tsx';
import { PaymentsOfHousehold } from '../../payment-batches/household/PaymentsOfHousehold.tsx';
import { ProblemsOfHousehold } from '../../problems/ProblemsOfHousehold.tsx';
import { VisitsOfHousehold } from '../../visits/VisitsOfHousehold.tsx';
import { facts } from '../fields.tsx';
import { HouseholdIncome } from '../income/HouseholdIncome.tsx';
import { HouseholdMembers } from '../members/HouseholdMembers.tsx';
import { HouseholdCategories } from '../register/HouseholdCategories.tsx';
import { HouseholdRisks } from '../register/HouseholdRisks.tsx';
import { RegisterVerbs } from '../register/RegisterVerbs.tsx';
import { useHousehold, useMayChangeHousehold } from '../useHousehold.ts';
import { HouseholdAudit } from './HouseholdAudit.tsx';
import { HouseholdHeader } from './HouseholdHeader.tsx';
import { HouseholdPairings } from './HouseholdPairings.tsx';
import { RevealButton } from './RevealButton.tsx';

function HouseholdActions() {
  const household = useHousehold();
  const mayWrite = useHasRight('household.write');
  const mayChange = useMayChangeHousehold();
  return (
    <VerbBar>
      {household && mayWrite && <RegisterVerbs household={household} />}
      {mayChange && <EditButton />}
    </VerbBar>
  );
}

// Facts without a place of their own follow the address.
const { number, size, groupName, address, note, ...others } = facts;

function HouseholdFacts() {
  const household = useHousehold();
  if (!household) return null;
  return (
    <FactGrid>
      {number}
      {size}
      <RecordField source="memberCount" />
      <RecordField source="phoneMasked">
        <Box sx={{ display: 'flex', alignItems: 'center' }}>
          <MaskedField source="phoneMasked" />
          {household.phoneMasked && (
            <RevealButton id={household.id} field="PHONE" name={household.headName} compact />
          )}
        </Box>
      </RecordField>
      <RecordField source="createdAt" field={InstantField} />
      {household.closedOn && <RecordField source="closedOn" field={DayField} />}
      {household.closedReason && <RecordField source="closedReason" />}
      {household.mergedInto && (
        <RecordField source="mergedInto">
          <PageLink resource="households" id={household.mergedInto.id} text={household.mergedInto.headName} />
        </RecordField>
      )}
      <WideFact>
        <RecordField source="village.code">
          <DivisionField source="village" full />
        </RecordField>
      </WideFact>
      {groupName}
      {address}
      {Object.values(others)}
      <WideFact>{note}</WideFact>
    </FactGrid>
  );
}

const tab = (name: string) => `resources.households.tab.${name}`;

function HouseholdTabs() {
  const seesPairings = useHasRight('pairing.read');
  const seesVisits = useHasRight('visit.read');
  const seesClaims = useHasRight('claim.read');
  const seesPayments = useHasRight('payment.read');
  const seesAudit = useHasRight('audit.read');
  return (
    <TabbedShowLayout sx={{ '& .RaTabbedShowLayout-content': { px: 0 } }}>
      <TabbedShowLayout.Tab label={tab('facts')}>
        <HouseholdFacts />
      </TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label={tab('members')} path="members">
        <HouseholdMembers />
      </TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label={tab('income')} path="income">
        <HouseholdIncome />
      </TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label={tab('risks')} path="risks">
        <HouseholdRisks />
      </TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label={tab('categories')} path="categories">
        <HouseholdCategories />
      </TabbedShowLayout.Tab>
      {seesPairings && (
        <TabbedShowLayout.Tab label={tab('pairings')} path="pairings">
          <HouseholdPairings />
        </TabbedShowLayout.Tab>
      )}
      {seesVisits && (
        <TabbedShowLayout.Tab label={tab('visits')} path="visits">
          <DutiesOfHousehold />
          <VisitsOfHousehold />
        </TabbedShowLayout.Tab>
      )}
      {seesVisits && (
        <TabbedShowLayout.Tab label={tab('problems')} path="problems">
          <ProblemsOfHousehold />
        </TabbedShowLayout.Tab>
      )}
      {seesClaims && (
        <TabbedShowLayout.Tab label={tab('claims')} path="claims">
          <ClaimsOfHousehold />
        </TabbedShowLayout.Tab>
      )}
      {seesPayments && (
        <TabbedShowLayout.Tab label={tab('payments')} path="payments">
          <PaymentsOfHousehold />
        </TabbedShowLayout.Tab>
      )}
      {seesAudit && (
        <TabbedShowLayout.Tab label={tab('audit')} path="audit">
          <HouseholdAudit />
        </TabbedShowLayout.Tab>
      )}
    </TabbedShowLayout>
  );
}

export function HouseholdShow() {
  return (
    <Show component="div" emptyWhileLoading queryOptions={{ meta: PAGE }} actions={<HouseholdActions />}>
      <HouseholdHeader />
      <HouseholdTabs />
    </Show>
  );
}
