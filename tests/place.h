/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TESTS_PLACE_H
#define JB_TESTS_PLACE_H
/* A folder with a job, its inbox and its output, for the tests of jobs; and what must hold of it after anything. */
#include "support.h"

typedef struct {
  char *folder, *job, *inbox, *output;
} Place;

/* The job of tests/jobs/small.yaml with the work reports and September's release in its inbox. */
Place place_new(void);
void place_free(Place *place);
/* One more document of tests/history into the inbox. */
void place_deliver(const Place *place, const char *name);
/* Text into the job file, after its own: keys that the small job does not have. */
void place_add_keys(const Place *place, const char *yaml);
/* jianbao run JOB …; `options` may be NULL. */
TestRun place_run(const Place *place, const char *const *options, const char *const *env);
/* The set that `link` leads to: its name; NULL when there is no such link. For the caller to free. */
char *place_set(const Place *place, const char *link);
/* Every file of the set has the hash of its manifest; counted as a check with `why`. */
void place_check_whole(const Place *place, const char *link, const char *why);
/* Nothing of a run that died is left. */
void place_check_clean(const Place *place, const char *why);
/* A copy of the whole folder. */
Place place_copy(const Place *place);
/* A set of September is published, October's release has come. */
Place place_between_months(void);
/* The next run of the place publishes October, whatever happened before. */
void place_check_recovery(const Place *place, const char *why);
/* Sets looked at and how many were lost or half: for the closing line; static. */
const char *place_tally(void);
/* Every how many'th case is tried: `usual`, or all of them when JB_TEST_ALL is set. */
guint place_step(guint usual);

#endif
