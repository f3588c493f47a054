import { Card } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { ImportSteps } from '../batch/ImportSteps.tsx';
import { UploadForm } from './UploadForm.tsx';

export function ImportCreate() {
  const translate = useTranslate();
  return (
    <>
      <Title title={translate('resources.imports.create')} />
      <ImportSteps active={0} />
      <Card sx={{ maxWidth: 760, p: { xs: 2, sm: 3 } }}>
        <UploadForm />
      </Card>
    </>
  );
}
