package org.galley.api.access;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemResponse;
import org.galley.api.problem.ProblemType;
import org.galley.api.problem.Rules;
import org.galley.api.problem.Violation;
import org.galley.placement.InvalidPlacementException;

/** Answers figures that placement cannot work with, field by field. */
@Provider
public class InvalidPlacementMapper implements ExceptionMapper<InvalidPlacementException> {
    @Override
    public Response toResponse(InvalidPlacementException exception) {
        Problem.Builder problem = Problem.of(ProblemType.INVALID).detail(exception.getMessage() + ".");
        exception
                .violations()
                .forEach(violation -> problem.violation(new Violation(
                        RefusalMapper.pointer(violation.field()),
                        violation.field() + " " + violation.message(),
                        Rules.RANGE)));
        return ProblemResponse.of(problem.build());
    }
}
