import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.binary.api.IBinaryStorageSvc;
import ca.uhn.fhir.jpa.binary.svc.NullBinaryStorageSvcImpl;
import ca.uhn.fhir.jpa.config.HapiJpaConfig;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.jpa.subscription.submit.config.SubscriptionSubmitterConfig;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.IncomingRequestAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.interceptor.RequestValidatingInterceptor;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import jakarta.persistence.EntityManagerFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * A HAPI FHIR R4 server with its database in a folder, on the loopback interface alone:
 * `java -cp ... FhirServer <port, 0 for any> <folder> [validate]`. Says `ready <port>` when it answers. With `validate` it
 * refuses whatever its own validator finds an error in. Everything not said here is as HAPI has it.
 */
public final class FhirServer {
  public static void main(String[] arguments) throws Exception {
    System.setProperty("fhir.folder", arguments[1]);
    boolean validates = arguments.length > 2 && arguments[2].equals("validate");

    var context = new AnnotationConfigApplicationContext(Beans.class);
    var fhir = context.getBean(RestfulServer.class);
    if (validates) {
      var validating = new RequestValidatingInterceptor();
      validating.addValidatorModule(context.getBean(IInstanceValidatorModule.class));
      validating.setFailOnSeverity(ResultSeverityEnum.ERROR);
      fhir.registerInterceptor(validating);
    }

    var server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
    var handler = new ServletContextHandler();
    handler.setContextPath("/");
    handler.addServlet(new ServletHolder(fhir), "/fhir/*");
    server.setHandler(handler);
    server.start();
    Files.writeString(Path.of(arguments[1], "made"), "");
    System.out.println("ready " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    server.join();
  }

  @Configuration
  @Import({
    JpaR4Config.class,
    HapiJpaConfig.class,
    JpaBatch2Config.class,
    Batch2JobsConfig.class,
    ThreadPoolFactoryConfig.class,
    SubscriptionChannelConfig.class,
    SubscriptionSubmitterConfig.class,
  })
  public static class Beans {
    @Bean
    public JpaStorageSettings storageSettings() {
      return new JpaStorageSettings();
    }

    @Bean
    public PartitionSettings partitionSettings() {
      return new PartitionSettings();
    }

    @Bean
    public SubscriptionSettings subscriptionSettings() {
      return new SubscriptionSettings();
    }

    @Bean
    public IBinaryStorageSvc binaryStorage() {
      return new NullBinaryStorageSvcImpl();
    }

    @Bean(destroyMethod = "close")
    public BasicDataSource dataSource() {
      var source = new BasicDataSource();
      source.setDriver(new org.h2.Driver());
      // What was answered as kept is in the file, or killing the process would lose up to half a second of it.
      source.setUrl("jdbc:h2:file:" + System.getProperty("fhir.folder") + "/fhir;WRITE_DELAY=0");
      source.setUsername("sa");
      source.setPassword("");
      source.setMaxTotal(16);
      return source;
    }

    @Bean
    public LocalContainerEntityManagerFactoryBean entityManagerFactory(
        DataSource source, ConfigurableListableBeanFactory beans, FhirContext fhir, JpaStorageSettings settings) {
      var properties = new Properties();
      properties.put("hibernate.dialect", HapiFhirH2Dialect.class.getName());
      // The tables are made once: comparing them anew takes a good part of a start.
      var isNew = !Files.exists(Path.of(System.getProperty("fhir.folder"), "made"));
      properties.put("hibernate.hbm2ddl.auto", isNew ? "update" : "none");
      properties.put("hibernate.jdbc.batch_size", "20");
      properties.put("hibernate.search.enabled", "false");
      var factory = HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhir, settings);
      factory.setPersistenceUnitName("HAPI_PU");
      factory.setDataSource(source);
      factory.setJpaProperties(properties);
      return factory;
    }

    @Bean
    public JpaTransactionManager transactionManager(EntityManagerFactory factory) {
      return new JpaTransactionManager(factory);
    }

    @Bean
    public RestfulServer restfulServer(
        IFhirSystemDao<?, ?> systemDao,
        IJpaSystemProvider systemProvider,
        ResourceProviderFactory resources,
        DatabaseBackedPagingProvider paging,
        JpaStorageSettings settings,
        ISearchParamRegistry searchParameters,
        IValidationSupport validation) {
      var server = new RestfulServer(systemDao.getContext());
      server.registerProviders(resources.createProviders());
      server.registerProvider(systemProvider);
      server.setPagingProvider(paging);
      server.setDefaultResponseEncoding(EncodingEnum.JSON);
      server.setServerAddressStrategy(new IncomingRequestAddressStrategy());
      server.setServerConformanceProvider(
          new JpaCapabilityStatementProvider(server, systemDao, settings, searchParameters, validation));
      return server;
    }
  }
}
