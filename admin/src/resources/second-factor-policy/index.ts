import PhonelinkLockOutlined from '@mui/icons-material/PhonelinkLockOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { policyMessages } from './policy.messages.ts';

export const secondFactorPolicyResource = defineResource({
  name: 'secondFactorPolicy',
  messages: policyMessages,
  menu: { group: 'system', icon: PhonelinkLockOutlined },
  rights: { read: 'settings.write', write: 'settings.write', isOfWholeCountry: true },
  pages: {
    list: async () => (await import('./PolicyPage.tsx')).PolicyPage,
  },
});
