import ReportOutlined from '@mui/icons-material/ReportOutlined';
import { Button } from '@mui/material';
import { useResetErrorBoundaryOnLocationChange, useTranslate } from 'react-admin';
import { MessagePage } from './MessagePage.tsx';

const nothing = () => {};

interface ErrorPageProps {
  error: Error;
  resetErrorBoundary?: (cause?: unknown) => void;
}

/** Shown when a page's own code fails. */
export function ErrorPage({ error, resetErrorBoundary = nothing }: ErrorPageProps) {
  const translate = useTranslate();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary);
  return (
    <MessagePage
      role="alert"
      icon={<ReportOutlined color="error" />}
      heading={translate('bangfu.error.heading')}
      lead={
        <>
          {translate('bangfu.error.lead')}
          <br />
          <small>
            {translate('bangfu.error.detail')}: {error.message}
          </small>
        </>
      }
      actions={
        <>
          <Button variant="outlined" onClick={() => window.history.back()}>
            {translate('ra.action.back')}
          </Button>
          <Button variant="contained" onClick={() => window.location.reload()}>
            {translate('bangfu.app.reload')}
          </Button>
        </>
      }
    />
  );
}
