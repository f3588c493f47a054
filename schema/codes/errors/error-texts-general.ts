import type { Bilingual } from '../lang.ts';

/** Outcomes that stand alone as `extensions.code`; the other codes name a refusal or a field's fault. */
export const outcomes = {
  UNAUTHENTICATED: { zh: '请先登录', en: 'Please sign in' },
  FORBIDDEN: { zh: '您没有办理此事项的权限', en: 'You do not have the right to do this' },
  NOT_FOUND: { zh: '未找到该记录', en: 'No such record' },
  INVALID_INPUT: {
    zh: '填写的内容有误，请检查标出的项目',
    en: 'Some of the input is wrong; see the marked fields',
  },
  CONFLICT: { zh: '与现有记录冲突', en: 'This conflicts with what is on record' },
  RATE_LIMITED: { zh: '操作过于频繁，请稍后再试', en: 'Too many requests; please try again later' },
  INTERNAL: {
    zh: '系统出错，请凭编号联系管理员',
    en: 'Something went wrong; give the administrator the reference number',
  },
  UNAVAILABLE: {
    zh: '系统暂时不可用，请稍后再试',
    en: 'The system is unavailable for the moment; please try again',
  },
  TIMED_OUT: {
    zh: '处理超时，请缩小范围后再试',
    en: 'This took too long; please ask for less and try again',
  },
  GRAPHQL_INVALID: { zh: '查询语句有误', en: 'The GraphQL document is not valid' },
  OPERATION_TOO_EXPENSIVE: {
    zh: '一次查询的数据过多，请减少字段或条数',
    en: 'The operation asks for too much at once; select fewer fields or rows',
  },
  TOO_DEEP: { zh: '查询嵌套过深', en: 'The operation is nested too deeply' },
  PERSISTED_QUERY_NOT_FOUND: {
    zh: '服务器没有这项预存操作，页面与服务器版本不一致，请重新加载页面',
    en: 'The server does not have this persisted operation; the page is of another release, please reload it',
  },
  PERSISTED_ONLY: {
    zh: '浏览器只能使用系统页面自带的操作；自编查询请使用接口令牌',
    en: 'Browsers may send only the operations of our own pages here; use an API token for other documents',
  },
  NUMBER_IN_ADDRESS: {
    zh: '按证件号或电话查询请用 POST：网址会留在浏览器和代理服务器的记录里',
    en: 'Search by an identity or phone number by POST: an address stays in histories and in the logs of proxies',
  },
  DOCUMENT_TOO_LONG: { zh: '查询语句过长', en: 'The document is too long' },
  TOO_MANY_ALIASES: { zh: '查询中的别名过多', en: 'The document has too many aliases' },
  TOO_MANY_DIRECTIVES: { zh: '查询中的指令过多', en: 'The document has too many directives' },
  TOO_MANY_FRAGMENTS: { zh: '查询中的片段过多', en: 'The document has too many fragments' },
  TOO_MANY_REPEATS: {
    zh: '同一字段或片段重复过多',
    en: 'The same field or fragment is repeated too often',
  },
  FRAGMENT_CYCLE: { zh: '片段互相引用成环', en: 'The fragments lead back to themselves' },
  BODY_TOO_LARGE: { zh: '请求内容过大', en: 'The request body is too large' },
} satisfies Record<string, Bilingual>;

export const identity = {
  WRONG_CREDENTIALS: { zh: '用户名或密码不正确', en: 'Wrong user name or password' },
  LOCKED_OUT: { zh: '失败次数过多，请稍后再试', en: 'Too many failed attempts; please try again later' },
  WEAK_PASSWORD: {
    zh: '密码太简单：至少 8 位，且不能只由常用词、连续或重复的字符、年份、生日、手机号、身份证号和用户名拼成',
    en: 'The password is too weak: at least 8 characters, and more than common words, runs or repetitions, years, birthdays, phone and identity numbers and the user name put together',
  },
  PASSWORD_REUSED: { zh: '新密码不能与旧密码相同', en: 'The new password must differ from the old one' },
  PASSWORD_CHANGE_REQUIRED: { zh: '请先修改密码', en: 'Please change your password first' },
  WRONG_PASSWORD: { zh: '原密码不正确', en: 'The current password is wrong' },
  WRONG_SECOND_FACTOR: { zh: '动态验证码不正确', en: 'Wrong verification code' },
  SECOND_FACTOR_REQUIRED: {
    zh: '须先启用二次验证（动态验证码）',
    en: 'A second factor (verification codes) is required; please set one up first',
  },
  SECOND_FACTOR_MANDATORY: {
    zh: '您的角色必须使用二次验证，不能停用',
    en: 'Your role requires a second factor; it cannot be given up',
  },
  SECOND_FACTOR_OFF: { zh: '该账号没有启用二次验证', en: 'This account has no second factor' },
  SECOND_FACTOR_NOT_BEGUN: {
    zh: '没有待确认的密钥，或已超过 30 分钟，请重新开始',
    en: 'There is no new secret to confirm, or it is older than 30 minutes; please begin again',
  },
  SECOND_FACTOR_BLOCKED: {
    zh: '动态验证码连续输错过多，请联系管理员发重置密码的链接，设置新密码后可再试',
    en: 'Too many wrong verification codes in a row; ask an administrator for a password reset link, and try again with the new password',
  },
  SIGN_IN_CHALLENGE_INVALID: {
    zh: '本次登录已超时或已失效，请重新输入用户名和密码',
    en: 'This sign-in has ended; please enter user name and password again',
  },
  STEP_UP_REQUIRED: {
    zh: '请先输入动态验证码，确认是本人操作',
    en: 'Please enter a verification code first, to show that it is you',
  },
  SESSION_EXPIRED: { zh: '登录已过期，请重新登录', en: 'Your session has expired; please sign in again' },
  ACCOUNT_DISABLED: { zh: '账号已停用', en: 'This account is disabled' },
  TOKEN_INVALID: { zh: '令牌无效、已过期或已撤销', en: 'The token is invalid, expired or revoked' },
  TOKEN_NOT_ALLOWED: { zh: '令牌不能办理此事项，请登录后操作', en: 'A token cannot do this; please sign in' },
  EXPIRY_TOO_FAR: { zh: '有效期过长', en: 'The expiry is too far away' },
  RESET_LINK_INVALID: { zh: '重置链接无效或已过期', en: 'The reset link is invalid or has expired' },
  USERNAME_TAKEN: { zh: '用户名已被使用', en: 'This user name is taken' },
  USERNAME_ALIKE: {
    zh: '与已有用户名过于相似，容易认错',
    en: 'This user name looks like one that is in use',
  },
  USERNAME_INVALID: {
    zh: '用户名为 2 至 32 个汉字、英文字母或数字，中间可用点、横线、下划线，不能是手机号或身份证号',
    en: 'A user name is 2 to 32 Chinese characters, letters a to z or digits, with dots, dashes or underscores between them, and no phone or identity number',
  },
  GRANT_EXCEEDS_OWN: {
    zh: '不能授予超出本人权限或辖区的角色',
    en: 'You cannot grant more than you hold, in right or in area',
  },
  GRANT_EXISTS: { zh: '该授权已存在', en: 'This grant exists already' },
  ROLES_INCOMPATIBLE: { zh: '这两个角色不能由同一人担任', en: 'One person cannot hold both of these roles' },
  MAKER_IS_CHECKER: {
    zh: '经办人不能复核自己经办的事项，请由他人复核',
    en: 'Whoever made it cannot check it as well; somebody else has to',
  },
  LAST_ADMINISTRATOR: { zh: '至少保留一名系统管理员', en: 'At least one system administrator must remain' },
  CROSS_SITE: { zh: '请求来源不被信任', en: 'The request does not come from a trusted page' },
  REASON_REQUIRED: { zh: '请填写查看原因', en: 'Please give a reason' },
} satisfies Record<string, Bilingual>;

export const values = {
  REQUIRED_MISSING: { zh: '必填项为空', en: 'Required, but empty' },
  WRONG_TYPE: { zh: '值的类型不正确', en: 'Not of the right type' },
  METHOD_NOT_ALLOWED: { zh: '不支持这种请求方式', en: 'This address does not take that request method' },
  INVALID_TEXT: { zh: '含有不允许的字符', en: 'Contains characters that are not allowed' },
  INVALID_ID: { zh: '编号格式不正确', en: 'The id is not well-formed' },
  CODE_UNKNOWN: { zh: '不是可选的值', en: 'Not one of the known values' },
  TOO_LONG: { zh: '内容过长', en: 'Too long' },
  TOO_SHORT: { zh: '内容过短', en: 'Too short' },
  TOO_MANY: { zh: '数量过多', en: 'Too many' },
  TOO_FEW: { zh: '数量过少', en: 'Too few' },
  DUPLICATE_VALUE: { zh: '重复填写', en: 'Given twice' },
  ALREADY_EXISTS: { zh: '已存在相同的记录', en: 'There is one already' },
  YES_NO_INVALID: { zh: '应填是或否', en: 'Neither yes nor no' },
  CELL_ERROR: {
    zh: '单元格显示错误值（如 #N/A），请改为实际内容',
    en: 'The cell shows an error such as #N/A; enter the value itself',
  },
  CELL_NOT_CALCULATED: {
    zh: '公式没有计算结果，请用表格软件打开并保存后再导入',
    en: 'The formula was never calculated; open the file in a spreadsheet program, save it and import it again',
  },
  NUMBER_INVALID: { zh: '不是有效的数字', en: 'Not a valid number' },
  AMOUNT_NEGATIVE: { zh: '金额不能为负', en: 'The amount cannot be negative' },
  AMOUNT_NOT_POSITIVE: { zh: '金额必须大于零', en: 'The amount must be more than nothing' },
  MONEY_INVALID: {
    zh: '金额格式不正确，应为元，最多两位小数',
    en: 'Not a valid amount: yuan with at most two decimals',
  },
  OUT_OF_RANGE: { zh: '超出允许的范围', en: 'Out of range' },
  DATE_INVALID: { zh: '不是有效的日期', en: 'Not a valid date' },
  DATE_IN_FUTURE: { zh: '日期不能晚于今天', en: 'The date is in the future' },
  DATE_TOO_EARLY: { zh: '日期过早', en: 'The date is too early' },
  END_BEFORE_START: { zh: '结束日期早于开始日期', en: 'Ends before it starts' },
  PERIOD_INVALID: {
    zh: '周期格式不正确，应如 2026-Q3 或 2026-07',
    en: 'Not a valid period; write 2026-Q3 or 2026-07',
  },
  YEAR_INVALID: { zh: '年份不正确', en: 'Not a valid year' },
  PHONE_INVALID: { zh: '电话号码不正确', en: 'Not a valid phone number' },
  ACCOUNT_INVALID: { zh: '银行账号不正确', en: 'Not a valid account number' },
  LOCATION_INVALID: { zh: '定位坐标不正确', en: 'Not a valid location' },
  FILTER_INVALID: { zh: '筛选条件不正确', en: 'The filter is not valid' },
  PAGE_SIZE_INVALID: { zh: '每页条数必须为正数', en: 'The page size must be positive' },
  PAGE_TOO_LARGE: { zh: '超出一次可取的条数', en: 'More rows than may be asked for at once' },
  OFFSET_TOO_LARGE: {
    zh: '翻页过深，请缩小范围或使用游标',
    en: 'The offset is too large; narrow the filter or use a cursor',
  },
  CURSOR_INVALID: { zh: '分页游标无效', en: 'The cursor is not valid' },
  SORT_INVALID: { zh: '不能按此排序', en: 'Cannot be sorted this way' },
  STALE_VERSION: {
    zh: '记录已被他人修改，请刷新后重试',
    en: 'Somebody changed this meanwhile; reload and try again',
  },
  IDEMPOTENCY_MISMATCH: {
    zh: '同一请求编号已用于不同的内容',
    en: 'This request id was used before with other input',
  },
  STILL_REFERENCED: { zh: '仍被其他记录引用，不能删除', en: 'Other records still refer to it' },
} satisfies Record<string, Bilingual>;
