import { Card } from '@mui/material';
import { Show, useRecordContext } from 'react-admin';
import { ClaimStatus } from '#schema/codes/money/claim.codes.ts';
import { CodeChip } from '../../../shared/codes/CodeChip.tsx';
import { Section } from '../../../shared/display/Section.tsx';
import { StepList } from '../../../shared/display/StepList.tsx';
import { PAGE } from '../../../shared/edit/EditShell.tsx';
import type { ClaimRecord } from '../claims.graphql.ts';
import { claimTone } from '../tones.ts';
import { ClaimCosts } from './ClaimCosts.tsx';
import { ClaimAssessment, ClaimFacts } from './ClaimFacts.tsx';
import { ClaimVerbs } from './ClaimVerbs.tsx';

function ClaimSteps() {
  const claim = useRecordContext<ClaimRecord>();
  return (
    <Section title="resources.claims.fields.steps">
      <Card sx={{ p: 2 }}>
        <StepList steps={claim?.steps ?? []}>
          {({ toStatus }) => <CodeChip list={ClaimStatus} tones={claimTone} code={toStatus} />}
        </StepList>
      </Card>
    </Section>
  );
}

export function ClaimShow() {
  return (
    <Show component="div" emptyWhileLoading queryOptions={{ meta: PAGE }} actions={<ClaimVerbs />}>
      <ClaimFacts />
      <ClaimCosts />
      <ClaimAssessment />
      <ClaimSteps />
    </Show>
  );
}
