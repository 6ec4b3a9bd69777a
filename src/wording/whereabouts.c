/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where people and companies are, come to or stay: 来青 (coming to Qingdao), 留杭就业创业 (staying in Hangzhou to work
 * or start businesses), 在佛山投资 (investing in Foshan). Cities and provinces by the one character that stands for
 * them, or by their names.
 */
#include "wording/segment.h"

#include "base/words.h"
#include "wording/lexicon.h"

#include <string.h>

static const struct {
  const char *zh, *en;
} areas[] = {
    {.zh = "穗", .en = "Guangzhou"}, {.zh = "蓉", .en = "Chengdu"},   {.zh = "汉", .en = "Wuhan"},
    {.zh = "深", .en = "Shenzhen"},  {.zh = "郑", .en = "Zhengzhou"}, {.zh = "渝", .en = "Chongqing"},
    {.zh = "沪", .en = "Shanghai"},  {.zh = "杭", .en = "Hangzhou"},  {.zh = "甬", .en = "Ningbo"},
    {.zh = "宁", .en = "Nanjing"},   {.zh = "青", .en = "Qingdao"},   {.zh = "济", .en = "Jinan"},
    {.zh = "沈", .en = "Shenyang"},  {.zh = "长", .en = "Changsha"},  {.zh = "津", .en = "Tianjin"},
    {.zh = "厦", .en = "Xiamen"},    {.zh = "榕", .en = "Fuzhou"},    {.zh = "昆", .en = "Kunming"},
    {.zh = "邕", .en = "Nanning"},   {.zh = "温", .en = "Wenzhou"},   {.zh = "莞", .en = "Dongguan"},
    {.zh = "佛", .en = "Foshan"},    {.zh = "苏", .en = "Suzhou"},    {.zh = "锡", .en = "Wuxi"},
    {.zh = "肥", .en = "Hefei"},     {.zh = "昌", .en = "Nanchang"},  {.zh = "筑", .en = "Guiyang"},
    {.zh = "兰", .en = "Lanzhou"},   {.zh = "银", .en = "Yinchuan"},  {.zh = "呼", .en = "Hohhot"},
    {.zh = "哈", .en = "Harbin"},    {.zh = "连", .en = "Dalian"},    {.zh = "烟", .en = "Yantai"},
    {.zh = "泉", .en = "Quanzhou"},  {.zh = "京", .en = "Beijing"},   {.zh = "常", .en = "Changzhou"},
    {.zh = "绍", .en = "Shaoxing"},  {.zh = "粤", .en = "Guangdong"}, {.zh = "鲁", .en = "Shandong"},
    {.zh = "浙", .en = "Zhejiang"},  {.zh = "皖", .en = "Anhui"},     {.zh = "湘", .en = "Hunan"},
    {.zh = "鄂", .en = "Hubei"},     {.zh = "川", .en = "Sichuan"},   {.zh = "黔", .en = "Guizhou"},
    {.zh = "滇", .en = "Yunnan"},    {.zh = "桂", .en = "Guangxi"},   {.zh = "琼", .en = "Hainan"},
    {.zh = "豫", .en = "Henan"},     {.zh = "闽", .en = "Fujian"},    {.zh = "赣", .en = "Jiangxi"},
    {.zh = "陕", .en = "Shaanxi"},
};

/* What they do there: as the purpose of coming or staying, and with 在 instead of "in". */
static const struct {
  const char *zh, *to, *in;
} ends[] = {
    {.zh = "就业创业", .to = " to work or start businesses", .in = "working or starting businesses in"},
    {.zh = "创业就业", .to = " to start businesses or work", .in = "starting businesses or working in"},
    {.zh = "创新创业", .to = " to innovate and start businesses", .in = "innovating and starting businesses in"},
    {.zh = "就业", .to = " to work", .in = "working in"},
    {.zh = "创业", .to = " to start businesses", .in = "starting businesses in"},
    {.zh = "工作", .to = " to work", .in = "working in"},
    {.zh = "投资", .to = " to invest", .in = "investing in"},
    {.zh = "", .to = "", .in = "in"},
};

/* Does a longer word or place begin here? 在长三角 is not in Changsha, 来佛山 is to all of Foshan. */
static gboolean
begins_longer(JbSlice rest)
{
  enum { MOST_CHARS = 4 };
  const char *end = g_utf8_next_char(rest.at);
  for (guint n = 1; n < MOST_CHARS && end < rest.at + rest.len; n++) {
    end = g_utf8_next_char(end);
    JbSlice zh = {.at = rest.at, .len = (gsize)(end - rest.at)};
    JbWordClass class;
    gboolean is_term;
    if (jb_word_find(zh, &class, &is_term) || jb_place_lookup(zh).len > 0)
      return TRUE;
  }
  return FALSE;
}

/* The place at the start of `rest`: its bytes, 0 for none, and its English. */
static gsize
take_place(JbArena *arena, JbSlice rest, const char **en)
{
  enum { MOST_CHARS = 3 };
  const char *end = rest.at;
  for (guint n = 0; n < MOST_CHARS && end < rest.at + rest.len; n++) {
    end = g_utf8_next_char(end);
    JbSlice zh = {.at = rest.at, .len = (gsize)(end - rest.at)}, place = n > 0 ? jb_place_lookup(zh) : (JbSlice){0};
    if (place.len > 0) {
      *en = jb_arena_copy(arena, place.at, place.len);
      return zh.len;
    }
  }
  for (gsize i = 0; i < G_N_ELEMENTS(areas); i++) {
    gsize taken = 0;
    if (jb_skip(rest, &taken, jb_slice(areas[i].zh)) && !begins_longer(rest)) {
      *en = areas[i].en;
      return taken;
    }
  }
  return 0;
}

gsize
jb_take_whereabouts(JbArena *arena, JbSlice rest, JbToken *token)
{
  static const struct {
    const char *zh, *en;
  } verbs[] = {
      {.zh = "来", .en = "coming to"},
      {.zh = "留", .en = "staying in"},
      {.zh = "驻", .en = "based in"},
      {.zh = "在", .en = "in"},
  };
  guint verb = 0;
  gsize at = 0;
  while (verb < G_N_ELEMENTS(verbs) && !jb_skip(rest, &at, jb_slice(verbs[verb].zh)))
    verb++;
  const char *en = NULL, *link = verb < G_N_ELEMENTS(verbs) ? verbs[verb].en : NULL;
  JbSlice place = {.at = rest.at + at, .len = rest.len - at};
  place.len = link != NULL ? take_place(arena, place, &en) : 0;
  if (place.len == 0)
    return 0;
  at += place.len;
  gsize stays = at;
  const char *other = verb == 0 ? "留" : verb == 1 ? "来" : NULL; /* 来津留津, 留津来津 */
  if (other != NULL && jb_skip(rest, &stays, jb_slice(other)) && jb_skip(rest, &stays, place)) {
    link = "coming to and staying in";
    at = stays;
  }
  guint row = 0;
  gboolean is_in = strcmp(link, "in") == 0;
  while (!jb_skip(rest, &at, jb_slice(ends[row].zh)))
    row++;
  if (is_in && place.len > strlen("津") && *ends[row].zh == '\0') /* 在杭州 alone is a preposition with its place */
    return 0;
  *token = (JbToken){.class = JB_WORD_CLASS_POST, .zh = {.at = rest.at, .len = at}};
  token->en = is_in ? jb_arena_printf(arena, "%s %s", ends[row].in, en)
                    : jb_arena_printf(arena, "%s %s%s", link, en, ends[row].to);
  return at;
}
