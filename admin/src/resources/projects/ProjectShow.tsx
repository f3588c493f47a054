import { Typography } from '@mui/material';
import { EditButton, RecordField, Show, useRecordContext } from 'react-admin';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { PAGE } from '../../shared/edit/EditShell.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { projectField } from './project-forms.tsx';

function ProjectHeader() {
  const project = useRecordContext();
  if (!project) return null;
  return (
    <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere', mb: 1 }}>
      {project.name}
    </Typography>
  );
}

function ProjectActions() {
  const mayWrite = useHasRight('project.write');
  return <VerbBar>{mayWrite && <EditButton />}</VerbBar>;
}

export function ProjectShow() {
  return (
    <Show component="div" emptyWhileLoading queryOptions={{ meta: PAGE }} actions={<ProjectActions />}>
      <ProjectHeader />
      <FactGrid>
        {projectField.number.fact()}
        {projectField.kind.fact()}
        {projectField.year.fact()}
        {projectField.budget.fact()}
        <RecordField source="organization.name" empty="—" />
        <RecordField source="createdAt" field={InstantField} />
        <WideFact>
          <RecordField source="division.code">
            <DivisionField source="division" full />
          </RecordField>
        </WideFact>
        <WideFact>{projectField.content.fact()}</WideFact>
      </FactGrid>
    </Show>
  );
}
