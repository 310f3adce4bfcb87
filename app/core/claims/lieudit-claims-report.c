/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "claims/lieudit-claims-report.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "claims/lieudit-claim-wording.h"
#include "export/lieudit-csv-writer.h"
#include "export/lieudit-place-json.h"

#define BEARING_DECIMALS 1

static void
write_number (LieuditJsonWriter *writer,
              const char        *name,
              double             value,
              guint              n_decimals)
{
  if (isnan (value) || isinf (value))
    return;

  lieudit_json_writer_name (writer, name);
  lieudit_json_writer_double (writer, value, n_decimals);
}

static void
write_mention (LieuditJsonWriter *writer,
               int                index)
{
  if (index >= 0)
    lieudit_json_writer_size (writer, (gsize) index);
  else
    lieudit_json_writer_string (writer, NULL);
}

static void
write_bearing (LieuditJsonWriter *writer,
               double             bearing)
{
  write_number (writer, "bearing", bearing, BEARING_DECIMALS);
  if (!isnan (bearing))
    {
      lieudit_json_writer_name (writer, "compass");
      lieudit_json_writer_string (writer, lieudit_compass_get_nick (bearing));
    }
}

static void
write_flags (LieuditJsonWriter    *writer,
             LieuditRelationFlags  flags)
{
  static const struct
  {
    LieuditRelationFlags  flag;
    const char        *nick;
  } nicks[] = {
    { LIEUDIT_RELATION_IS_INSIDE, "inside" },       { LIEUDIT_RELATION_IS_EITHER, "either" },
    { LIEUDIT_RELATION_IS_AT_MOST, "at-most" },     { LIEUDIT_RELATION_IS_AT_LEAST, "at-least" },
    { LIEUDIT_RELATION_IS_NEAR, "near" },           { LIEUDIT_RELATION_IS_NEGATED, "negated" },
    { LIEUDIT_RELATION_IS_ATTRIBUTED, "attributed" },
  };

  lieudit_json_writer_name (writer, "qualifiers");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (flags & nicks[i].flag)
        lieudit_json_writer_string (writer, nicks[i].nick);
    }
  lieudit_json_writer_end_array (writer);
}

/* Objects that an adjective names have no mention: their places are told instead. */
static void
write_objects (LieuditJsonWriter *writer,
               LieuditClaim      *claim)
{
  lieudit_json_writer_name (writer, "objects");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < lieudit_claim_get_n_objects (claim); i++)
    write_mention (writer, lieudit_claim_get_object_index (claim, i));
  lieudit_json_writer_end_array (writer);
}

static void
write_object_places (LieuditJsonWriter *writer,
                     LieuditClaim      *claim)
{
  lieudit_json_writer_name (writer, "places");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < lieudit_claim_get_n_objects (claim); i++)
    {
      LieuditPlace *place = lieudit_claim_get_object (claim, i);

      lieudit_json_writer_string (writer, place != NULL ? lieudit_place_get_id (place) : NULL);
    }
  lieudit_json_writer_end_array (writer);
}

static LieuditReviewState
get_review (const LieuditClaimsReport  *self,
            LieuditClaim               *claim,
            const char                **reason)
{
  *reason = NULL;

  return self->review != NULL ? self->review (claim, reason, self->review_data) : LIEUDIT_REVIEW_OPEN;
}

static const char *
review_to_nick (LieuditReviewState review)
{
  static const char * const nicks[] = {
    [LIEUDIT_REVIEW_OPEN] = "open",
    [LIEUDIT_REVIEW_ACCEPTED] = "accepted",
    [LIEUDIT_REVIEW_DISMISSED] = "dismissed",
  };

  return nicks[review];
}

static void
write_review (const LieuditClaimsReport *self,
              LieuditJsonWriter         *writer,
              LieuditClaim              *claim)
{
  const char *reason;
  LieuditReviewState review = get_review (self, claim, &reason);

  if (self->review == NULL)
    return;

  lieudit_json_writer_name (writer, "review");
  lieudit_json_writer_begin_object (writer);
  lieudit_json_writer_name (writer, "state");
  lieudit_json_writer_string (writer, review_to_nick (review));
  lieudit_json_writer_name (writer, "reason");
  lieudit_json_writer_string (writer, reason);
  lieudit_json_writer_end_object (writer);
}

static void
write_claim (const LieuditClaimsReport *self,
             LieuditJsonWriter         *writer,
             LieuditClaim              *claim)
{
  lieudit_json_writer_begin_object (writer);
  lieudit_json_writer_name (writer, "start");
  lieudit_json_writer_size (writer, lieudit_claim_get_start_code_point (claim));
  lieudit_json_writer_name (writer, "end");
  lieudit_json_writer_size (writer, lieudit_claim_get_end_code_point (claim));
  lieudit_json_writer_name (writer, "text");
  lieudit_json_writer_string (writer, lieudit_claim_get_text (claim));
  lieudit_json_writer_name (writer, "relation");
  lieudit_json_writer_string (writer, lieudit_relation_to_nick (lieudit_claim_get_relation (claim)));
  lieudit_json_writer_name (writer, "subject");
  write_mention (writer, lieudit_claim_get_subject_index (claim));
  write_objects (writer, claim);

  lieudit_json_writer_name (writer, "stated");
  lieudit_json_writer_begin_object (writer);
  write_object_places (writer, claim);
  write_bearing (writer, lieudit_claim_get_stated_bearing (claim));
  write_number (writer, "distance_km", lieudit_claim_get_stated_distance (claim), LIEUDIT_KILOMETRE_DECIMALS);
  write_flags (writer, lieudit_claim_get_flags (claim));
  lieudit_json_writer_end_object (writer);

  lieudit_json_writer_name (writer, "measured");
  lieudit_json_writer_begin_object (writer);
  write_bearing (writer, lieudit_claim_get_measured_bearing (claim));
  write_number (writer, "distance_km", lieudit_claim_get_measured_distance (claim), 1);
  lieudit_json_writer_name (writer, "text");
  lieudit_json_writer_string (writer, lieudit_claim_get_measure (claim));
  lieudit_json_writer_end_object (writer);

  lieudit_json_writer_name (writer, "verdict");
  lieudit_json_writer_string (writer, lieudit_verdict_to_nick (lieudit_claim_get_verdict (claim)));
  lieudit_json_writer_name (writer, "explanation");
  lieudit_json_writer_string (writer, lieudit_claim_get_explanation (claim));
  lieudit_json_writer_name (writer, "suggestion");
  lieudit_json_writer_string (writer, lieudit_claim_get_suggestion (claim));
  write_review (self, writer, claim);
  lieudit_json_writer_end_object (writer);
}

/**
 * lieudit_claims_write_json:
 * @self: what to report
 * @writer: a writer inside an object
 *
 * Writes the member "claims".
 */
void
lieudit_claims_write_json (const LieuditClaimsReport *self,
                           LieuditJsonWriter         *writer)
{
  lieudit_json_writer_name (writer, "claims");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < self->claims->len; i++)
    write_claim (self, writer, g_ptr_array_index (self->claims, i));
  lieudit_json_writer_end_array (writer);
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return lieudit_claim_compare (*(LieuditClaim * const *) a, *(LieuditClaim * const *) b);
}

static GPtrArray *
sort_claims (GPtrArray *claims)
{
  GPtrArray *sorted = g_ptr_array_copy (claims, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  g_ptr_array_set_free_func (sorted, g_object_unref);
  g_ptr_array_sort (sorted, compare_pointers);

  return sorted;
}

/**
 * lieudit_claims_report_text:
 * @claims: (element-type LieuditClaim): the claims of an article
 * @id: (nullable): what to call the article
 *
 * Writes a report for a terminal, worst claims first.
 *
 * Returns: (transfer full): the report, without a line end
 */
char *
lieudit_claims_report_text (GPtrArray  *claims,
                            const char *id)
{
  g_autoptr(GPtrArray) sorted = sort_claims (claims);
  g_autoptr(GString) report = g_string_new (id);

  if (sorted->len == 0)
    g_string_append_printf (report, "\n  %s", _("Nothing is said about where a place lies."));
  for (guint i = 0; i < sorted->len; i++)
    {
      LieuditClaim *claim = g_ptr_array_index (sorted, i);
      g_autofree char *words = g_strdup (lieudit_claim_get_text (claim));
      g_autofree char *quoted = NULL;

      g_strdelimit (words, "\n\r\t", ' ');
      /* Translators: words of the article */
      quoted = g_strdup_printf (_("“%s”"), words);
      g_string_append_printf (report, "\n  %s – %s\n    %s", lieudit_verdict_get_title (lieudit_claim_get_verdict (claim)),
                              quoted, lieudit_claim_get_explanation (claim));
      if (lieudit_claim_get_suggestion (claim) != NULL)
        g_string_append_printf (report, "\n    %s", lieudit_claim_get_suggestion (claim));
    }

  return g_string_free (g_steal_pointer (&report), FALSE);
}

/**
 * lieudit_claims_report_csv:
 * @self: what to report
 * @id: (nullable): what to call the article
 * @with_header: whether the first line names the columns
 *
 * Writes a table, worst claims first, as RFC 4180 has it.
 *
 * Returns: (transfer full): the table, without its last line end
 */
char *
lieudit_claims_report_csv (const LieuditClaimsReport *self,
                           const char                *id,
                           gboolean                   with_header)
{
  g_autoptr(GPtrArray) sorted = sort_claims (self->claims);
  g_autoptr(GString) report = g_string_new (NULL);

  if (with_header)
    g_string_append (report, "article,verdict,relation,text,measured,explanation,suggestion,review,reason");
  for (guint i = 0; i < sorted->len; i++)
    {
      LieuditClaim *claim = g_ptr_array_index (sorted, i);
      const char *reason;
      LieuditReviewState review = get_review (self, claim, &reason);

      if (report->len > 0)
        g_string_append (report, "\r\n");
      lieudit_csv_append_cell (report, id);
      lieudit_csv_append_cell (report, lieudit_verdict_to_nick (lieudit_claim_get_verdict (claim)));
      lieudit_csv_append_cell (report, lieudit_relation_to_nick (lieudit_claim_get_relation (claim)));
      lieudit_csv_append_cell (report, lieudit_claim_get_text (claim));
      lieudit_csv_append_cell (report, lieudit_claim_get_measure (claim));
      lieudit_csv_append_cell (report, lieudit_claim_get_explanation (claim));
      lieudit_csv_append_cell (report, lieudit_claim_get_suggestion (claim));
      lieudit_csv_append_cell (report, review_to_nick (review));
      lieudit_csv_append_cell (report, reason);
    }

  return g_string_free (g_steal_pointer (&report), FALSE);
}

/* What an editor has decided, in the person's language; empty while it is open. */
static char *
describe_review (const LieuditClaimsReport *self,
                 LieuditClaim              *claim)
{
  const char *reason;

  switch (get_review (self, claim, &reason))
    {
    case LIEUDIT_REVIEW_ACCEPTED:
      return g_strdup (_("Accepted"));

    case LIEUDIT_REVIEW_DISMISSED:
      /* Translators: %s is the reason that the editor has given */
      return reason != NULL && *reason != '\0' ? g_strdup_printf (_("Dismissed: %s"), reason) : g_strdup (_("Dismissed"));

    case LIEUDIT_REVIEW_OPEN:
    default:
      return g_strdup ("");
    }
}

static void
append_html_claim (GString                   *report,
                   const LieuditClaimsReport *self,
                   LieuditClaim              *claim)
{
  const char *suggestion = lieudit_claim_get_suggestion (claim);
  g_autofree char *row = NULL;

  row = g_markup_printf_escaped ("<tr class=\"%s\"><td>%s</td><td>%s</td><td>%s</td><td>%s%s%s</td>",
                                 lieudit_verdict_to_nick (lieudit_claim_get_verdict (claim)),
                                 lieudit_verdict_get_title (lieudit_claim_get_verdict (claim)),
                                 lieudit_relation_get_title (lieudit_claim_get_relation (claim)),
                                 lieudit_claim_get_text (claim), lieudit_claim_get_explanation (claim),
                                 suggestion != NULL ? " " : "", suggestion != NULL ? suggestion : "");
  g_string_append (report, row);

  if (self->review != NULL)
    {
      g_autofree char *review = describe_review (self, claim);
      g_autofree char *cell = g_markup_printf_escaped ("<td>%s</td>", review);

      g_string_append (report, cell);
    }
  g_string_append (report, "</tr>\n");
}

static void
append_html_head (GString                   *report,
                  const LieuditClaimsReport *self,
                  const char                *title)
{
  g_autofree char *head = g_markup_printf_escaped ("<title>%s</title>\n", _("Geography check"));
  g_autofree char *columns = NULL;

  g_string_append (report, head);
  g_string_append (report,
                   "<style>body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
                   "table{border-collapse:collapse}td,th{border-top:1px solid #aaa;padding:.4em;text-align:start;"
                   "vertical-align:top}.differs td:first-child{font-weight:bold;text-decoration:underline wavy}"
                   ".loosely td:first-child{text-decoration:underline dashed}</style>\n</head>\n<body>\n");
  columns = g_markup_printf_escaped ("<h1>%s</h1>\n<p>%s</p>\n<table>\n"
                                     "<tr><th>%s</th><th>%s</th><th>%s</th><th>%s</th>",
                                     _("Geography check"), title, _("Verdict"), _("Kind"), _("The article’s words"),
                                     _("The map"));
  g_string_append (report, columns);
  if (self->review != NULL)
    g_string_append_printf (report, "<th>%s</th>", _("The editor"));
  g_string_append (report, "</tr>\n");
}

/**
 * lieudit_claims_report_html:
 * @self: what to report
 * @analysis: the article
 * @id: (nullable): what to call the article
 *
 * Writes a page to file with the article, worst claims first. It loads nothing.
 *
 * Returns: (transfer full): the page
 */
char *
lieudit_claims_report_html (const LieuditClaimsReport *self,
                            LieuditAnalysis           *analysis,
                            const char                *id)
{
  g_autoptr(GPtrArray) sorted = sort_claims (self->claims);
  g_autoptr(GString) report = g_string_new ("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n");
  const char *title = lieudit_article_get_title (lieudit_analysis_get_article (analysis));

  append_html_head (report, self, title != NULL ? title : id != NULL ? id : "");
  for (guint i = 0; i < sorted->len; i++)
    append_html_claim (report, self, g_ptr_array_index (sorted, i));
  g_string_append (report, "</table>\n</body>\n</html>");

  return g_string_free (g_steal_pointer (&report), FALSE);
}
