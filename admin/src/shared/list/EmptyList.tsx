import InboxOutlined from '@mui/icons-material/InboxOutlined';
import type { ReactNode } from 'react';
import { CreateButton, useResourceContext, useResourceDefinition, useTranslate } from 'react-admin';
import { MessagePage } from '../../layout/messages/MessagePage.tsx';
import { useResourceName } from './useResourceName.ts';

/** An empty list without any filter; `hint` says where its records come from. */
export function EmptyList({ hint, actions }: { hint?: string; actions?: ReactNode }) {
  const translate = useTranslate();
  const resource = useResourceContext();
  const { hasCreate } = useResourceDefinition({ resource });
  const name = useResourceName();
  return (
    <MessagePage
      role="status"
      icon={<InboxOutlined />}
      heading={translate('bangfu.empty.heading', { name })}
      lead={hint && translate(hint)}
      actions={actions ?? (hasCreate ? <CreateButton variant="contained" /> : undefined)}
    />
  );
}
