/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-import-report.h"

#include <glib/gi18n.h>

/* Enough to see what is wrong with a file; all are counted. */
#define MOST_EXAMPLES 20

/**
 * LieuditImportReport:
 *
 * What came of an import: how much was taken, how much was skipped and why,
 * and where the first of it stands.
 */
struct _LieuditImportReport
{
  gatomicrefcount ref_count;
  guint64         n_places;
  guint64         n_names;
  guint64         counts[LIEUDIT_IMPORT_N_PROBLEMS];
  GArray         *examples; /* of LieuditImportExample */
};

static const char * const descriptions[LIEUDIT_IMPORT_N_PROBLEMS] = {
  [LIEUDIT_IMPORT_NO_PROBLEM] = "",
  /* Translators: why a row of a file was skipped; each stands after a line number or a count */
  [LIEUDIT_IMPORT_COLUMNS] = N_("a column is missing"),
  [LIEUDIT_IMPORT_COORDINATES] = N_("the coordinates are missing or not on Earth"),
  [LIEUDIT_IMPORT_NO_NAME] = N_("there is no name"),
  [LIEUDIT_IMPORT_LONG_NAME] = N_("a name is longer than 200 characters"),
  [LIEUDIT_IMPORT_ENCODING] = N_("the text is not valid UTF-8"),
  [LIEUDIT_IMPORT_IDENTIFIER] = N_("the identifier is missing or no number"),
  [LIEUDIT_IMPORT_DUPLICATE] = N_("the identifier was there before"),
  [LIEUDIT_IMPORT_LONG_LINE] = N_("the row is longer than a megabyte"),
  [LIEUDIT_IMPORT_NO_POINT] = N_("the geometry is no point"),
  [LIEUDIT_IMPORT_NOT_JSON] = N_("the feature is not valid JSON"),
};

static void
example_clear (gpointer data)
{
  LieuditImportExample *example = data;

  g_free (example->file);
}

/**
 * lieudit_import_report_new:
 *
 * Returns: (transfer full): a report of nothing
 */
LieuditImportReport *
lieudit_import_report_new (void)
{
  LieuditImportReport *self = g_new0 (LieuditImportReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->examples = g_array_new (FALSE, FALSE, sizeof (LieuditImportExample));
  g_array_set_clear_func (self->examples, example_clear);

  return self;
}

/**
 * lieudit_import_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): @self
 */
LieuditImportReport *
lieudit_import_report_ref (LieuditImportReport *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * lieudit_import_report_unref:
 * @self: (transfer full): a report
 *
 * Gives a reference back.
 */
void
lieudit_import_report_unref (LieuditImportReport *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->examples);
  g_free (self);
}

/**
 * lieudit_import_report_add:
 * @self: a report
 * @problem: what was wrong
 * @file: in which file
 * @line: in which line, counted from 1
 *
 * Counts something that was skipped, and remembers the first few.
 */
void
lieudit_import_report_add (LieuditImportReport  *self,
                           LieuditImportProblem  problem,
                           const char           *file,
                           guint64               line)
{
  LieuditImportExample example = { NULL, line, problem };

  g_return_if_fail (problem > LIEUDIT_IMPORT_NO_PROBLEM && problem < LIEUDIT_IMPORT_N_PROBLEMS);

  self->counts[problem]++;
  if (self->examples->len == MOST_EXAMPLES)
    return;

  example.file = g_strdup (file);
  g_array_append_val (self->examples, example);
}

/**
 * lieudit_import_report_set_counts:
 * @self: a report
 * @n_places: how many places were taken
 * @n_names: how many names they have
 *
 * Tells how much was taken.
 */
void
lieudit_import_report_set_counts (LieuditImportReport *self,
                                  guint64              n_places,
                                  guint64              n_names)
{
  self->n_places = n_places;
  self->n_names = n_names;
}

/**
 * lieudit_import_report_get_n_places:
 * @self: a report
 *
 * Returns: how many places were taken
 */
guint64
lieudit_import_report_get_n_places (LieuditImportReport *self)
{
  return self->n_places;
}

/**
 * lieudit_import_report_get_n_names:
 * @self: a report
 *
 * Returns: how many names the places have
 */
guint64
lieudit_import_report_get_n_names (LieuditImportReport *self)
{
  return self->n_names;
}

/**
 * lieudit_import_report_get_count:
 * @self: a report
 * @problem: a problem
 *
 * Returns: how often it was met
 */
guint64
lieudit_import_report_get_count (LieuditImportReport  *self,
                                 LieuditImportProblem  problem)
{
  g_return_val_if_fail (problem < LIEUDIT_IMPORT_N_PROBLEMS, 0);

  return self->counts[problem];
}

/**
 * lieudit_import_report_get_n_skipped:
 * @self: a report
 *
 * Returns: how many rows and names were skipped
 */
guint64
lieudit_import_report_get_n_skipped (LieuditImportReport *self)
{
  guint64 n_skipped = 0;

  for (guint i = 0; i < LIEUDIT_IMPORT_N_PROBLEMS; i++)
    n_skipped += self->counts[i];

  return n_skipped;
}

/**
 * lieudit_import_report_get_n_examples:
 * @self: a report
 *
 * Returns: how many of what was skipped are remembered
 */
guint
lieudit_import_report_get_n_examples (LieuditImportReport *self)
{
  return self->examples->len;
}

/**
 * lieudit_import_report_get_example:
 * @self: a report
 * @index: below lieudit_import_report_get_n_examples()
 *
 * Returns: (transfer none): something that was skipped
 */
const LieuditImportExample *
lieudit_import_report_get_example (LieuditImportReport *self,
                                   guint                index)
{
  g_return_val_if_fail (index < self->examples->len, NULL);

  return &g_array_index (self->examples, LieuditImportExample, index);
}

/**
 * lieudit_import_problem_describe:
 * @problem: a problem
 *
 * Returns: (transfer none): what it is, in the person's language
 */
const char *
lieudit_import_problem_describe (LieuditImportProblem problem)
{
  g_return_val_if_fail (problem > LIEUDIT_IMPORT_NO_PROBLEM && problem < LIEUDIT_IMPORT_N_PROBLEMS, "");

  return _(descriptions[problem]);
}

/**
 * lieudit_import_report_dup_summary:
 * @self: a report
 * @name: what the gazetteer is called
 *
 * Puts into words what was imported.
 *
 * Returns: (transfer full): one sentence, in the person's language
 */
char *
lieudit_import_report_dup_summary (LieuditImportReport *self,
                                   const char          *name)
{
  g_autofree char *n_places = g_strdup_printf ("%" G_GUINT64_FORMAT, self->n_places);
  g_autofree char *n_names = g_strdup_printf ("%" G_GUINT64_FORMAT, self->n_names);
  g_autofree char *places =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s place", "%s places", (gulong) self->n_places), n_places);
  g_autofree char *names =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s name", "%s names", (gulong) self->n_names), n_names);

  /* Translators: the name of a gazetteer, a count of places, a count of their names: hills: 2 places with 3 names */
  return g_strdup_printf (_("%s: %s with %s"), name, places, names);
}

/**
 * lieudit_import_report_dup_lines:
 * @self: a report
 *
 * Puts what was skipped into words: a line for each problem with its count,
 * then a line for each of the first places where one was met.
 *
 * Returns: (transfer full) (array zero-terminated=1): lines; none when nothing
 *   was skipped
 */
char **
lieudit_import_report_dup_lines (LieuditImportReport *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = LIEUDIT_IMPORT_NO_PROBLEM + 1; i < LIEUDIT_IMPORT_N_PROBLEMS; i++)
    {
      g_autofree char *count = NULL;
      g_autofree char *line = NULL;

      if (self->counts[i] == 0)
        continue;
      count = g_strdup_printf ("%" G_GUINT64_FORMAT, self->counts[i]);
      /* Translators: the first %s is a count, the second a reason: 12 skipped: there is no name */
      line = g_strdup_printf (_("%s skipped: %s"), count, _(descriptions[i]));
      g_strv_builder_add (builder, line);
    }

  for (guint i = 0; i < self->examples->len; i++)
    {
      const LieuditImportExample *example = &g_array_index (self->examples, LieuditImportExample, i);
      g_autofree char *line = g_strdup_printf ("%s:%" G_GUINT64_FORMAT ": %s", example->file, example->line,
                                               _(descriptions[example->problem]));

      g_strv_builder_add (builder, line);
    }

  return g_strv_builder_end (builder);
}
