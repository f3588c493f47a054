import CloudOff from '@mui/icons-material/CloudOff';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { MessagePage } from '../../layout/messages/MessagePage.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';

const key = 'resources.board';
const CARDS = ['1', '2', '3', '4', '5', '6', '7', '8'];

export function BoardLoading() {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate(`${key}.loading`)}>
      <Box
        sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(190px, 1fr))', mb: 2 }}
      >
        {CARDS.map((card) => (
          <Skeleton key={card} variant="rounded" height={96} />
        ))}
      </Box>
      <Skeleton variant="rounded" height={320} />
    </Box>
  );
}

export function BoardError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const translate = useTranslate();
  return (
    <MessagePage
      role="alert"
      icon={<CloudOff color="error" />}
      heading={translate(`${key}.failed`)}
      lead={translate(error.message)}
      actions={
        <Button variant="contained" onClick={onRetry}>
          {translate('bangfu.error.retry')}
        </Button>
      }
    />
  );
}

/** Shown before the first roster is imported: this is where a county begins. */
export function BoardEmpty() {
  const translate = useTranslate();
  const mayImport = useHasRight('import.run');
  return (
    <MessagePage
      role="status"
      icon={<UploadFileOutlined />}
      heading={translate(`${key}.empty.heading`)}
      lead={
        <>
          {translate(`${key}.empty.lead`)}
          {!mayImport && <div>{translate(`${key}.empty.ask`)}</div>}
        </>
      }
      actions={
        mayImport && (
          <Button variant="contained" component={Link} to="/imports">
            {translate(`${key}.empty.import`)}
          </Button>
        )
      }
    />
  );
}
