// SPDX-License-Identifier: Apache-2.0
// Validates PDF files as PDF/A-3a and PDF/UA-1 with veraPDF: java -cp 'DIR/*' Validate.java FILE...
// A line for each validation; the rules that failed, with the first place of each. Exit 1 when one did.

import java.io.FileInputStream;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
  private static boolean validate(String path, PDFAFlavour flavour) throws Exception {
    try (FileInputStream file = new FileInputStream(path);
        PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(flavour, 100, false, true, false).validate(parser);
      TreeMap<String, String> failed = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions())
        if (assertion.getStatus() == TestAssertion.Status.FAILED)
          failed.putIfAbsent(
              assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(),
              assertion.getMessage() + " @ " + assertion.getLocation().getContext());
      System.out.println((result.isCompliant() ? "passes " : "FAILS ") + flavour.getId() + " " + path);
      failed.forEach((rule, what) -> System.out.println("  " + rule + " " + what));
      return result.isCompliant();
    }
  }

  public static void main(String[] paths) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    boolean good = true;
    for (String path : paths)
      for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1})
        good &= validate(path, flavour);
    System.exit(good ? 0 : 1);
  }
}
