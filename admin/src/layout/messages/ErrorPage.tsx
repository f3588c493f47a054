import ReportOutlined from '@mui/icons-material/ReportOutlined';
import { Button } from '@mui/material';
import { useResetErrorBoundaryOnLocationChange, useTranslate } from 'react-admin';
import { MessagePage } from './MessagePage.tsx';

const nothing = () => {};

interface ErrorPageProps {
  error: Error;
  resetErrorBoundary?: (cause?: unknown) => void;
}

/** Browser messages for a chunk that did not load: the network failed, not the code. */
const NOT_FETCHED = /dynamically imported module|module script failed|preload CSS/i;

/** Shown when a page's own code fails, or could not be fetched. */
export function ErrorPage({ error, resetErrorBoundary = nothing }: ErrorPageProps) {
  const translate = useTranslate();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary);
  const isFetched = !NOT_FETCHED.test(error.message);
  return (
    <MessagePage
      role="alert"
      icon={<ReportOutlined color="error" />}
      heading={translate(isFetched ? 'bangfu.error.heading' : 'bangfu.error.notFetched')}
      lead={
        isFetched ? (
          <>
            {translate('bangfu.error.lead')}
            <br />
            <small>
              {translate('bangfu.error.detail')}: {error.message}
            </small>
          </>
        ) : (
          translate('bangfu.error.network')
        )
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
