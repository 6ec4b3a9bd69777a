/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_PURPOSES_H
#define JB_WORDING_PURPOSES_H
/* What something is for, with whose help and how it was done, and what it comes up to. NULL: it is no such name. */
#include "wording/nouns.h"

/* 出台促进民营经济发展措施: measures to promote development of the private sector issued. */
const char *jb_measures_clause(const JbComposer *composer, JbRange range);
/* 支持企业开展技改: technological upgrading carried out by enterprises with support. */
const char *jb_supported_clause(const JbComposer *composer, JbRange range);
/* 免费开展筛查: screening carried out free of charge. */
const char *jb_manner_clause(const JbComposer *composer, JbRange range);
/* 达到美丽宜居村标准行政村: administrative villages up to beautiful and livable village standards. */
const char *jb_standard_clause(const JbComposer *composer, JbRange range);

#endif
