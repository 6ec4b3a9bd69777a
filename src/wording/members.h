/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_WORDING_MEMBERS_H
#define JB_WORDING_MEMBERS_H
/* Modifiers in lists. */
#include "wording/nouns.h"

/* Nothing in the member is a thing of its own: 国家级, 新增市级. */
gboolean jb_only_modifies(const JbComposer *composer, JbRange item);
/* 国家级、省级企业: modifiers before 、 belong to the next member's first word. Gives how many members are left. */
guint jb_merge_modifiers(const JbComposer *composer, JbRange *items, guint n);

#endif
