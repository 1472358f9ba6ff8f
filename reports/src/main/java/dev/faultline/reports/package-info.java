/**
 * A run directory in, HTML out. {@link dev.faultline.reports.HtmlReport} is the way in, {@link
 * dev.faultline.reports.ReportProblem} is how it fails; everything else is how it works.
 *
 * <p>Files are read into records ({@code ClaimFile}, {@code BugFile}, {@code RunFile}, {@code TraceLine}), arranged into views
 * ({@code Timeline}, {@code SpaceTime}, {@code Story}, {@code Charts}), and poured into logic-less templates that escape
 * whatever they print.
 */
package dev.faultline.reports;
