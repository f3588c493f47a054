import { defineLabels } from '#schema/codes/labels/define-labels.ts';
import { Role } from '#schema/codes/organization.codes.ts';
import { UserStatus } from '#schema/codes/user.codes.ts';

export const userLabels = [
  defineLabels(
    'User',
    {
      username: ['用户名', 'User name'],
      displayName: ['姓名', 'Name'],
      divisionCode: ['管理单位所在地', 'Looked after by'],
      status: ['状态', 'Status', UserStatus],
      mustChangePassword: ['须改密码', 'Must change the password'],
      passwordChangedAt: ['密码设置时间', 'Password set'],
      secondFactorSince: ['二次验证启用时间', 'Second factor since'],
      isManageable: ['可由您管理', 'Yours to manage'],
      division: ['管理单位所在地', 'Looked after by'],
      grants: ['授权', 'Grants'],
      cadreId: ['干部档案', 'Cadre record'],
      password: ['密码', 'Password'],
      currentPassword: ['原密码', 'Current password'],
      newPassword: ['新密码', 'New password'],
      token: ['链接中的令牌', 'Token of the link'],
      challenge: ['登录验证', 'Challenge'],
      code: ['验证码', 'Code'],
      noSecondFactor: ['未启用二次验证', 'No second factor'],
    },
    {
      title: ['用户', 'User', 'Users'],
      inputs: [
        'CreateUserInput',
        'UpdateUserInput',
        'DisableUserInput',
        'EnableUserInput',
        'StartPasswordResetInput',
        'LinkCadreInput',
        'ResetSecondFactorInput',
        'LoginInput',
        'ChangePasswordInput',
        'ResetPasswordInput',
        'CompleteLoginInput',
        'BeginSecondFactorInput',
        'ConfirmSecondFactorInput',
        'StepUpInput',
        'RenewRecoveryCodesInput',
        'RemoveSecondFactorInput',
      ],
      auditedTypes: ['Grant'],
    },
  ),
  defineLabels(
    'Grant',
    {
      divisionCode: ['辖区', 'Division'],
      revokedAt: ['撤销时间', 'Revoked at'],
      division: ['辖区', 'Division'],
      user: ['用户', 'User'],
      grantId: ['授权', 'Grant'],
    },
    { inputs: ['GrantInput', 'AddGrantInput', 'RevokeGrantInput'] },
  ),
  defineLabels(
    'SecondFactorPolicy',
    {
      requiredRoles: ['必须启用二次验证的角色', 'Roles that must have a second factor', Role],
      stepUpToReveal: [
        '查看完整证件号、电话和下载含完整号码的文件前，须输入验证码',
        'Ask for a code before whole identity and phone numbers are shown or downloaded',
      ],
      stepUpMinutes: ['一次验证的有效时间（分钟）', 'Minutes that a code is good for'],
    },
    { title: ['二次验证要求', 'Second-factor settings'], inputs: ['SetSecondFactorPolicyInput'] },
  ),
];
